import type { ReportRow } from '@/domain/reports/report-figures';
import { dayInWords, shortDay } from './report-words';

type Named = Pick<ReportRow<unknown>, 'day' | 'clientName'>;

/** The day, or the client. */
export function rowName({ day, clientName }: Named): string {
  return day === null ? clientName : dayInWords(day);
}

/** The same for below a chart. */
export function shortName({ day, clientName }: Named): string {
  return day === null ? clientName : shortDay(day);
}
