import type { BusyDay } from './busy-day';

const days = { from: '2026-11-01', to: '2026-11-30' };
const ofClient = ({ clientId }: BusyDay) => ({ ...days, clientId });
const byDay = (theirs: BusyDay) => ({ ...ofClient(theirs), by: 'day' });

/** Reports about a client of somebody else. */
export const reportCases = {
  'reports.level': ['NOT_FOUND', byDay],
  'reports.minutes': ['NOT_FOUND', byDay],
  'reports.promises': ['NOT_FOUND', byDay],
  'reports.acknowledgement': ['NOT_FOUND', byDay],
  'reports.playbooks': ['NOT_FOUND', ofClient],
} satisfies Record<string, [expected: 'NOT_FOUND', input: (theirs: BusyDay) => unknown]>;
