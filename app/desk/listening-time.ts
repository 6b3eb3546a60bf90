/** Whether the caller has talked as long as the playbook lets them before the line is said; never without a limit. */
export function isListeningOver(since: Date, until: Date | null, limitSeconds: number | null): boolean {
  if (until === null || limitSeconds === null) return false;
  return until.getTime() - since.getTime() >= limitSeconds * 1_000;
}

/** "2:00". */
export function spanWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
