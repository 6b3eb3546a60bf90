/** The instant at which a day ("2026-03-29") begins on this computer's clocks; null where it is no day. */
export function dayStart(day: string): string | null {
  const begin = new Date(`${day}T00:00`);
  return Number.isNaN(begin.getTime()) ? null : begin.toISOString();
}

/** The instant at which the day after begins. Days are not always 24 hours long. */
export function dayEnd(day: string): string | null {
  const begin = new Date(`${day}T00:00`);
  if (Number.isNaN(begin.getTime())) return null;
  begin.setDate(begin.getDate() + 1);
  return begin.toISOString();
}
