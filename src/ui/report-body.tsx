'use client';

import type { ReportKind } from '@/domain/reports/model';
import { ReportAcknowledgement } from './report-acknowledgement';
import type { ReportAsked } from './report-files';
import { ReportLevel } from './report-level';
import { ReportMinutes } from './report-minutes';
import { ReportPromises } from './report-promises';

const bodies = {
  level: ReportLevel,
  minutes: ReportMinutes,
  promises: ReportPromises,
  acknowledgement: ReportAcknowledgement,
};

/** What the reports are called where they are chosen. */
export const reportTitles: Record<ReportKind, string> = {
  level: 'Service level',
  minutes: 'Operator time and billing',
  promises: 'Promises kept',
  acknowledgement: 'Time to acknowledge',
};

export function ReportBody({ kind, asked }: { kind: ReportKind; asked: ReportAsked }) {
  const Body = bodies[kind];
  return <Body asked={asked} />;
}
