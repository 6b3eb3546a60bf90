import { inWords } from '../../kernel/duration';
import { localMoment } from '../../kernel/local-time';
import type { NoticeMessage } from '../notifications/model';

export type ReportFacts = {
  escalationId: string;
  organizationName: string;
  clientName: string;
  summary: string;
  personName: string;
  acknowledgedAt: Date | null;
  dueAt: Date;
  timeZone: string;
  /** It comes later than it should: the engine stood still. */
  isLate: boolean;
};

/** A word about the matter: enough to know which one. */
const MOST_CHARACTERS = 200;

function shortened(summary: string): string {
  const [line = ''] = summary.split(/\r?\n/);
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}

function lateWords({ isLate, dueAt }: ReportFacts, now: Date): string[] {
  return isLate ? [`This comes late: it was due ${inWords(now.getTime() - dueAt.getTime())} ago.`] : [];
}

/** What somebody is told who acknowledged and has not said yet how it stands. */
export function reminderOfReport(
  facts: ReportFacts,
  now: Date,
  answersDeliveryId: string | null,
): NoticeMessage {
  const { organizationName, clientName, summary, dueAt, timeZone, escalationId } = facts;
  return {
    subject: `How does it stand? ${clientName}`,
    lines: [
      `${organizationName} asked you to report back by ${localMoment(dueAt, timeZone)} about: ${shortened(summary)}`,
      'Say in a sentence how it stands, or that it is settled. The caller waits to hear.',
      ...lateWords(facts, now),
    ],
    path: `/portal/escalations/${escalationId}`,
    linkWords: 'Report back',
    ...(answersDeliveryId !== null && { answersDeliveryId }),
  };
}

/** What the account managers, and the operator who escalated, are told when nothing came back. */
export function silenceNotice(facts: ReportFacts, now: Date, path: string): NoticeMessage {
  const { clientName, summary, personName, acknowledgedAt, dueAt, timeZone } = facts;
  const since = acknowledgedAt === null ? '' : ` on ${localMoment(acknowledgedAt, timeZone)}`;
  return {
    subject: `No report came back: ${clientName}`,
    lines: [
      `${personName} acknowledged${since} and was asked to report back by ${localMoment(dueAt, timeZone)}. Nothing has come, after a reminder.`,
      `It is about: ${shortened(summary)}`,
      ...lateWords(facts, now),
    ],
    path,
    linkWords: 'Open the escalation',
  };
}
