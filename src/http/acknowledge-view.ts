import type { Urgency } from '../domain/calls/model';
import type { LinkedEscalation } from '../domain/escalations/link-queries';

/** What is asked, with all that a person needs to answer. `cycle`: the present one, which the answer takes along. */
type AskedOf = {
  escalationId: string;
  clientName: string;
  summary: string;
  urgency: Urgency;
  startedAt: Date;
  timeZone: string;
  cycle: number;
  /** Since the message, somebody had it and did not resolve it: begun again then. null: the message is of this run. */
  begunAgainAt: Date | null;
  promises: { what: string; dueAt: Date }[];
};

/** What whoever has it may still say: how it stands, by when that was asked for, and what was said last. */
type ReportAsked = {
  escalationId: string;
  /** null: no time was named. */
  dueAt: Date | null;
  isOverdue: boolean;
  said: { words: string; byName: string; at: Date } | null;
};

/** What is left to say about one that waits for this person no more. `report` null: it is settled, nothing is asked. */
type Over =
  | {
      kind: 'acknowledged';
      clientName: string;
      byName: string;
      at: Date;
      timeZone: string;
      report: ReportAsked | null;
    }
  /** This person said so; others of the step are still asked. */
  | { kind: 'partly'; clientName: string; at: Date; timeZone: string }
  | { kind: 'closed'; words: string };

type BundleRow = { escalationId: string; clientName: string; summary: string; urgency: Urgency } & (
  { kind: 'open'; asked: AskedOf } | Over
);

type Desk = { organizationName: string; operatorPhone: string | null };

export type AcknowledgeView =
  | ({ kind: 'open'; recipientName: string } & AskedOf & Desk)
  | (Over & Desk)
  | ({ kind: 'declined'; words: string } & Desk)
  | ({
      kind: 'bundle';
      recipientName: string;
      hasDeclined: boolean;
      /** At most 20, those that wait first. */
      rows: BundleRow[];
      count: number;
      openCount: number;
      /** The present rounds of those whose message is stale, as the form sends them back; at most 50. */
      present: { escalationId: string; cycle: number }[];
    } & Desk);

const ROWS_SHOWN = 20;
const PRESENT_SENT = 50;

/** What the page of a link says about everything its message carried; of a bundle, what waits comes first. */
export function acknowledgeView(
  all: readonly LinkedEscalation[],
  hasDeclined: boolean,
): AcknowledgeView | null {
  const [first] = all;
  if (first === undefined) return null;
  const { organization, recipientName } = first;
  const desk = { organizationName: organization.name, operatorPhone: organization.phone };
  if (all.length === 1) return { ...viewOfOne(first, hasDeclined), ...desk };
  const rows = all.map(rowOf);
  const open = rows.filter((row) => row.kind === 'open');
  return {
    kind: 'bundle',
    ...desk,
    recipientName,
    hasDeclined,
    rows: [...open, ...rows.filter((row) => row.kind !== 'open')].slice(0, ROWS_SHOWN),
    count: rows.length,
    openCount: open.length,
    present: open
      .flatMap(({ asked }) =>
        asked.begunAgainAt === null ? [] : [{ escalationId: asked.escalationId, cycle: asked.cycle }],
      )
      .slice(0, PRESENT_SENT),
  };
}

function viewOfOne(linked: LinkedEscalation, hasDeclined: boolean) {
  const over = overOf(linked);
  if (over !== null) return over;
  if (hasDeclined) {
    const words = 'Thank you for saying so. The next person is being told.';
    return { kind: 'declined' as const, words };
  }
  return { kind: 'open' as const, recipientName: linked.recipientName, ...askedOf(linked) };
}

function rowOf(linked: LinkedEscalation): BundleRow {
  const { escalationId, clientName, summary, urgency, ...asked } = askedOf(linked);
  const row = { escalationId, clientName, summary, urgency };
  return { ...row, ...(overOf(linked) ?? { kind: 'open' as const, asked: { ...row, ...asked } }) };
}

function askedOf({ escalation, organization, ...linked }: LinkedEscalation): AskedOf {
  const { id, clientName, summary, urgency, startedAt, cycle } = escalation;
  return {
    escalationId: id,
    clientName: clientName ?? organization.name,
    summary,
    urgency,
    startedAt,
    timeZone: linked.timeZone,
    cycle,
    begunAgainAt: linked.isStale ? linked.begunAgainAt : null,
    promises: linked.promises,
  };
}

function reportOf({ escalation: { id, state }, report }: LinkedEscalation): ReportAsked | null {
  if (state !== 'acknowledged') return null;
  const isAsked = report !== null && (report.state === 'open' || report.state === 'overdue');
  return {
    escalationId: id,
    dueAt: isAsked ? report.dueAt : null,
    isOverdue: report?.state === 'overdue',
    said:
      report?.reportedAt == null
        ? null
        : { words: report.words, byName: report.reportedByName ?? report.personName, at: report.reportedAt },
  };
}

function overOf(linked: LinkedEscalation): Over | null {
  const { escalation, organization, timeZone, answeredAt } = linked;
  const { state, acknowledgedAt, acknowledgedByName } = escalation;
  const clientName = escalation.clientName ?? organization.name;
  switch (state) {
    case 'open':
    case 'unanswered':
      return answeredAt === null ? null : { kind: 'partly', clientName, at: answeredAt, timeZone };
    case 'acknowledged':
    case 'resolved':
      if (acknowledgedAt === null) return { kind: 'closed', words: 'This is resolved.' };
      return {
        kind: 'acknowledged',
        clientName,
        timeZone,
        byName: acknowledgedByName ?? 'somebody',
        at: acknowledgedAt,
        report: reportOf(linked),
      };
    case 'cancelled':
      return { kind: 'closed', words: 'This was called off. There is nothing left to do.' };
  }
}
