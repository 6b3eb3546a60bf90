import { listCallRecords, type CallRecord } from '../domain/calls/export-queries';
import { listCallsInput } from '../domain/calls/model';
import { dispositionWords, readBackWords } from '../domain/calls/outcome-words';
import { csvColumns, type RecordColumn } from './csv-columns';
import { csvMoment } from './csv-moment';
import { eachBatch } from './each-batch';
import type { ExportedList } from './exported-list';

const filters = listCallsInput.omit({ cursor: true, limit: true });

const moment = (head: string, at: (call: CallRecord) => Date | null): RecordColumn<CallRecord> => ({
  head,
  cell: (call) => csvMoment(at(call), call.timeZone ?? 'UTC'),
});

const { columns, lineOf } = csvColumns<CallRecord>([
  { head: 'Id', cell: ({ id }) => id },
  { head: 'Client', cell: ({ clientName }) => clientName },
  { head: 'Time zone', cell: ({ timeZone }) => timeZone ?? 'UTC' },
  moment('Rang', ({ ringAt }) => ringAt),
  moment('Answered', ({ answeredAt }) => answeredAt),
  { head: 'Answered by', cell: ({ answeredByName }) => answeredByName },
  moment('Ended', ({ endedAt }) => endedAt),
  moment('Abandoned', ({ abandonedAt }) => abandonedAt),
  moment('Closed', ({ closedAt }) => closedAt),
  { head: 'Channel', cell: ({ channel }) => channel },
  { head: 'Came as', cell: ({ routeReason }) => routeReason },
  { head: 'Dialled number', cell: ({ dnis }) => dnis },
  { head: 'Caller number', cell: ({ ani }) => ani },
  { head: 'Caller name', cell: ({ callerName }) => callerName },
  { head: 'Ring back on', cell: ({ callerPhone }) => callerPhone },
  { head: 'Mood at start', cell: ({ moodAtStart }) => moodAtStart },
  { head: 'Mood', cell: ({ mood }) => mood },
  { head: 'Urgency', cell: ({ urgency }) => urgency },
  { head: 'Matter', cell: ({ issue }) => issue },
  { head: 'Wished solution', cell: ({ requestedSolution }) => requestedSolution },
  { head: 'Read-back', cell: ({ readBack }) => (readBack === null ? '' : readBackWords(readBack)) },
  {
    head: 'Disposition',
    cell: ({ disposition }) => (disposition === null ? '' : dispositionWords(disposition).words),
  },
  { head: 'Boundary named', cell: ({ abuseCount }) => abuseCount },
  { head: 'State', cell: ({ state }) => state },
]);

/** Calls, one a line. */
export const exportedCalls: ExportedList = {
  name: 'calls',
  open(actor, asked) {
    const filter = filters.parse(asked);
    return { columns, batches: eachBatch((page) => listCallRecords(actor, { ...filter, ...page }), lineOf) };
  },
};
