import { z } from 'zod';
import { countReviewsInput, type ReviewRow } from '../domain/reviews/model';
import { listReviews } from '../domain/reviews/review-queries';
import { timings, type Timing } from '../domain/reviews/timings';
import { verdictWords } from '../domain/reviews/verdict-words';
import { csvColumns, type RecordColumn } from './csv-columns';
import { csvMoment } from './csv-moment';
import { eachBatch } from './each-batch';
import type { ExportedList } from './exported-list';

const filters = countReviewsInput.extend({
  isLate: z
    .enum(['true', 'false'])
    .transform((is) => is === 'true')
    .optional(),
});

type Line = ReviewRow & { timings: Timing[] };

/** Seconds from the start, the target, and whether it was met; nothing where there is nothing to say (yet). */
const timingColumns = (['deliver', 'acknowledge', 'resolve'] as const).flatMap(
  (name): RecordColumn<Line>[] => {
    const of = (line: Line) => line.timings.find((timing) => timing.name === name);
    const fateWords = { met: 'in time', missed: 'late', running: '', none: '' };
    return [
      { head: `Seconds to ${name}`, cell: (line) => of(line)?.tookSeconds },
      { head: `Target to ${name}`, cell: (line) => of(line)?.targetSeconds },
      { head: `In time to ${name}`, cell: (line) => fateWords[of(line)?.fate ?? 'none'] },
    ];
  },
);

const moment = (head: string, at: (line: Line) => Date | null): RecordColumn<Line> => ({
  head,
  cell: (line) => csvMoment(at(line), line.clientTimeZone),
});

const { columns, lineOf } = csvColumns<Line>([
  { head: 'Id', cell: ({ id }) => id },
  { head: 'Client', cell: ({ clientName }) => clientName },
  { head: 'Time zone', cell: ({ clientTimeZone }) => clientTimeZone },
  moment('Started', ({ startedAt }) => startedAt),
  { head: 'Started by', cell: ({ startedByName }) => startedByName },
  { head: 'Urgency', cell: ({ urgency }) => urgency },
  { head: 'Summary', cell: ({ summary }) => summary },
  { head: 'State', cell: ({ state }) => state },
  moment('First sent', ({ firstSentAt }) => firstSentAt),
  moment('Acknowledged', ({ acknowledgedAt }) => acknowledgedAt),
  { head: 'Acknowledged by', cell: ({ acknowledgedByName }) => acknowledgedByName },
  moment('Resolved', ({ resolvedAt }) => resolvedAt),
  ...timingColumns,
  { head: 'Review', cell: ({ reviewState }) => reviewState },
  { head: 'Verdict', cell: ({ verdict }) => (verdict === null ? '' : verdictWords(verdict)) },
]);

/** What the inbox of the account managers shows, with the times against the targets. */
export const exportedEscalations: ExportedList = {
  name: 'escalations',
  open(actor, asked) {
    const filter = filters.parse(asked);
    const now = new Date();
    return {
      columns,
      batches: eachBatch(
        (page) => listReviews(actor, { ...filter, ...page }),
        (row) => lineOf({ ...row, timings: timings(row, now) }),
      ),
    };
  },
};
