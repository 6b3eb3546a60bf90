import { callLines, courseWords, type CallLine } from '../domain/reports/call-lines';
import { waitedSeconds, type CallFacts } from '../domain/reports/incident-call';
import type { CallFate } from '../domain/reports/model';
import { localMoments } from '../kernel/local-time';
import { csvColumns, type RecordColumn } from './csv-columns';
import { csvMoment } from './csv-moment';

/** Whose incident it is, and on which clock its times are told. */
export type PackPlace = { clientName: string; timeZone: string };

type Listed = {
  call: CallFacts & { callOfCaller?: number; callsOfCaller?: number };
  number: number;
  lines: CallLine[];
  timeZone: string;
};

const fates: Record<CallFate, string> = {
  answered: 'answered',
  abandoned: 'gave up',
  ringing: 'ringing',
  written: 'in writing',
};

const moment = (head: string, at: (call: CallFacts) => string | null): RecordColumn<Listed> => ({
  head,
  cell: ({ call, timeZone }) => {
    const instant = at(call);
    return csvMoment(instant === null ? null : new Date(instant), timeZone);
  },
});

/** What is many stands in one cell, a line each. */
const linesOf = (head: string, kind: CallLine['kind'], isLabelled = false): RecordColumn<Listed> => ({
  head,
  cell: ({ lines }) =>
    lines
      .filter((line) => line.kind === kind)
      .map(({ label, words }) => (isLabelled ? `${label}: ${words}` : words))
      .join('\n'),
});

const { columns, lineOf } = csvColumns<Listed>([
  { head: 'No.', cell: ({ number }) => number },
  moment('Rang', ({ ringAt }) => ringAt),
  { head: 'Time zone', cell: ({ timeZone }) => timeZone },
  { head: 'Went', cell: ({ call }) => fates[call.fate] },
  { head: 'Caller', cell: ({ call }) => call.callerName },
  { head: 'Number', cell: ({ call }) => call.phone },
  { head: 'E-mail', cell: ({ call }) => call.email },
  {
    head: 'Call of this caller',
    cell: ({ call: { callOfCaller, callsOfCaller } }) =>
      callOfCaller === undefined || callsOfCaller === undefined ? '' : `${callOfCaller} of ${callsOfCaller}`,
  },
  linesOf('About', 'about'),
  linesOf('Wants', 'wants'),
  linesOf('Answers', 'answer', true),
  linesOf('Noted', 'note', true),
  linesOf('Was told', 'told', true),
  linesOf('Asked', 'asked'),
  linesOf('Was promised', 'promised'),
  {
    head: 'Promises open',
    cell: ({ call }) => call.promises.filter(({ state }) => state === 'open').length,
  },
  linesOf('Escalated', 'escalated'),
  linesOf('Agreed', 'agreed'),
  { head: 'Mood at start', cell: ({ call }) => call.moodIn },
  { head: 'Mood at end', cell: ({ call }) => call.moodOut },
  { head: 'Urgency', cell: ({ call }) => call.urgency },
  { head: 'Waited seconds', cell: ({ call }) => waitedSeconds(call) },
  moment('Answered', ({ answeredAt }) => answeredAt),
  moment('Ended', ({ endedAt }) => endedAt),
  { head: 'Operator', cell: ({ call }) => call.operatorName },
  { head: 'Course', cell: ({ call }) => courseWords(call) },
  { head: 'Under this briefing', cell: ({ call }) => !call.isBesides },
  { head: 'Id', cell: ({ call }) => call.id },
]);

export const packColumns = columns;

/** How calls become lines of the file. */
export function packLines({ clientName, timeZone }: PackPlace, asOf: Date) {
  const clock = localMoments(timeZone, asOf);
  return (call: Listed['call'], number: number): Record<string, unknown> =>
    lineOf({ call, number, timeZone, lines: callLines(call, clock, { clientName }) });
}
