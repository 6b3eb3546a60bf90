import type { ReportKind } from '../domain/reports/model';
import {
  averageWrapUp,
  decidedPromises,
  type ReportFigures,
  type ReportRow,
} from '../domain/reports/report-figures';
import { abandonRate, averageAnswer, serviceLevel } from '../domain/reports/service-level';
import type { ServiceRules } from '../domain/tenancy/model';
import type { RecordColumn } from './csv-columns';

export type ReportLine<Kind extends ReportKind> = ReportRow<ReportFigures[Kind]> & { rules: ServiceRules };

/** Hundredths; nothing where there is none. */
const rounded = (value: number | null) => (value === null ? '' : Math.round(value * 100) / 100);
const percent = (share: number | null) => rounded(share === null ? null : share * 100);
const minutes = (seconds: number) => rounded(seconds / 60);

const places: RecordColumn<ReportLine<ReportKind>>[] = [
  { head: 'Day', cell: ({ day }) => day ?? '' },
  { head: 'Client', cell: ({ clientName }) => clientName },
];

/** The columns of a report's file, behind the day and the client. */
export const reportColumns: { [Kind in ReportKind]: RecordColumn<ReportLine<Kind>>[] } = {
  level: [
    ...places,
    { head: 'Received', cell: ({ figures }) => figures.received },
    { head: 'Answered', cell: ({ figures }) => figures.answered },
    { head: 'Abandoned', cell: ({ figures }) => figures.abandoned },
    { head: 'Abandon rate (%)', cell: ({ figures }) => percent(abandonRate(figures)) },
    { head: 'Counted in the service level', cell: ({ figures }) => figures.counted },
    { head: 'Of them in time', cell: ({ figures }) => figures.inTime },
    { head: 'Service level (%)', cell: ({ figures }) => percent(serviceLevel(figures)) },
    { head: 'Goal (%)', cell: ({ rules }) => rules.serviceLevelPercent },
    { head: 'Goal (s)', cell: ({ rules }) => rules.serviceLevelSeconds },
    { head: 'Average speed of answer (s)', cell: ({ figures }) => rounded(averageAnswer(figures)) },
    {
      head: 'Average talk (s)',
      cell: ({ figures: { talked, talkSeconds } }) => rounded(talked === 0 ? null : talkSeconds / talked),
    },
    { head: 'Average after-call work (s)', cell: ({ figures }) => rounded(averageWrapUp(figures)) },
  ],
  minutes: [
    ...places,
    { head: 'Calls', cell: ({ figures }) => figures.calls },
    { head: 'Complaints in writing', cell: ({ figures }) => figures.complaints },
    { head: 'Operator minutes', cell: ({ figures }) => minutes(figures.operatorSeconds) },
    { head: 'Billed minutes', cell: ({ figures }) => minutes(figures.billedSeconds) },
    { head: 'Billed seconds', cell: ({ figures }) => figures.billedSeconds },
    { head: 'Each rounded up to (s)', cell: ({ rules }) => rules.billingStepSeconds },
    { head: 'Each at least (s)', cell: ({ rules }) => rules.billingLeastSeconds },
    { head: 'Not wrapped up, not billed yet', cell: ({ figures }) => figures.unfinished },
  ],
  promises: [
    ...places,
    { head: 'Due', cell: ({ figures }) => figures.due },
    { head: 'Kept in time', cell: ({ figures }) => figures.keptInTime },
    { head: 'Kept late', cell: ({ figures }) => figures.keptLate },
    { head: 'Broken', cell: ({ figures }) => figures.broken },
    { head: 'Overdue', cell: ({ figures }) => figures.overdue },
    { head: 'Open', cell: ({ figures }) => figures.open },
    { head: 'Renegotiated', cell: ({ figures }) => figures.renegotiated },
    { head: 'Cancelled', cell: ({ figures }) => figures.cancelled },
    {
      head: 'Kept in time (%)',
      cell: ({ figures }) => {
        const decided = decidedPromises(figures);
        return percent(decided === 0 ? null : figures.keptInTime / decided);
      },
    },
  ],
  acknowledgement: [
    ...places,
    { head: 'Escalations', cell: ({ figures }) => figures.escalations },
    { head: 'Acknowledged', cell: ({ figures }) => figures.acknowledged },
    { head: 'Half within (s)', cell: ({ figures }) => figures.p50Seconds ?? '' },
    { head: '95 in 100 within (s)', cell: ({ figures }) => figures.p95Seconds ?? '' },
  ],
};
