import type { CallLog } from './call-log';

/** A log as plain text, to paste elsewhere. */
export function logText({ subject, facts, points }: CallLog): string {
  return [subject, '', ...facts, ...(points.length === 0 ? [] : ['', ...points])].join('\n');
}
