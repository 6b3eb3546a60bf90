import { eq } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { requireFound } from '../../kernel/errors';
import { localMoment } from '../../kernel/local-time';
import { recordAudit } from '../audit/record-audit';
import { loadContact } from '../contacts/queries';
import { announceEscalation } from '../escalations/announce-escalation';
import { markReviewWanted } from '../escalations/mark-review-wanted';
import { loadDeliveryMessage } from '../escalations/message-queries';
import { quietHoursEnd } from '../escalations/quiet-hours-end';
import { lockEscalation } from '../escalations/queries';
import { recordTimeline } from '../escalations/record-timeline';
import type { escalations } from '../escalations/tables';
import { loadTargets } from '../escalations/target-queries';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { notifyMembers } from '../notifications/notify-members';
import { deliveries } from '../notifications/tables';
import { findActiveMember, listAccountManagers } from '../tenancy/queries';
import { canTellCallers } from '../updates/policy';
import { loadReport, lockReport, type Report } from '../updates/report-queries';
import { reportTurn, type ReportTurn } from '../updates/report-turn';
import { reportRequests } from '../updates/tables';
import { reminderOfReport, silenceNotice, type ReportFacts } from './report-notice';
import { reportMethod } from './report-recipient';

type EscalationRow = typeof escalations.$inferSelect;

/** The places of a run's two notices beside one another. */
const REMINDER = 1;
const SILENCE = 2;

/**
 * What is due of a report that somebody was asked for. Asked too early, twice, about a run that is over, or with an id that
 * is no report's: nothing.
 */
export async function remindReport(actor: Actor, reportId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canTellCallers(actor));
    tx.noteUnrecorded();
    const found = await loadReport(tx, reportId);
    if (found === undefined) return;
    const escalation = requireFound(await lockEscalation(tx, found.escalationId), 'escalation');
    const report = requireFound(await lockReport(tx, reportId), 'report');
    if (report.remindAt === null || report.remindAt > tx.now) return;
    const isPresent = escalation.state === 'acknowledged' && escalation.runFromCycle === report.runFromCycle;
    if (!isPresent) return stand(tx, report, { remindAt: null });
    const { resolveSeconds } = (await loadTargets(tx, escalation.clientId))[escalation.urgency];
    const resolveBy = after(escalation.startedAt, resolveSeconds * SECOND);
    const turn = reportTurn({ ...report, resolveBy }, tx.now);
    const isReminded = turn.isReminded && (await remind(tx, escalation, report, turn));
    // Nobody waits out a reminder that reaches nobody.
    const isOverdue = turn.isOverdue || (turn.isReminded && !isReminded);
    if (isOverdue) await tellSilence(tx, escalation, report, turn);
    if (turn.isStuck && escalation.reviewState === 'none') await markReviewWanted(tx, escalation);
    await stand(tx, report, {
      remindAt: isOverdue ? (resolveBy > tx.now ? resolveBy : null) : turn.nextAt,
      reminders: report.reminders + (isReminded ? 1 : 0),
      ...(isOverdue && { state: 'overdue' as const }),
    });
    await wakeEngine(tx);
    await announceEscalation(tx, escalation.id);
  });
}

async function stand(
  tx: WriteTx,
  { id }: Report,
  to: Partial<Pick<Report, 'remindAt' | 'reminders' | 'state'>>,
): Promise<void> {
  await tx.db
    .update(reportRequests)
    .set({ ...to, claimedUntil: null })
    .where(within(tx, reportRequests, eq(reportRequests.id, id)));
}

async function factsOf(
  tx: WriteTx,
  escalation: EscalationRow,
  { personName, dueAt }: Report,
  { isLate }: ReportTurn,
): Promise<ReportFacts> {
  const { organizationName, clientName, summary, timeZone } = await loadDeliveryMessage(tx, escalation);
  const { id: escalationId, acknowledgedAt } = escalation;
  const who = clientName ?? organizationName;
  return {
    escalationId,
    organizationName,
    clientName: who,
    summary,
    timeZone,
    personName,
    acknowledgedAt,
    dueAt,
    isLate,
  };
}

/** @returns false when there is no way to reach whoever has it */
async function remind(
  tx: WriteTx,
  escalation: EscalationRow,
  report: Report,
  turn: ReportTurn,
): Promise<boolean> {
  const { id, personId, personName, deliveryId, runFromCycle } = report;
  if (personId === null) return false;
  const facts = await factsOf(tx, escalation, report, turn);
  const place = { id, clientId: escalation.clientId, cycle: runFromCycle, step: REMINDER };
  const contact = await loadContact(tx, personId);
  const words = `${personName} is reminded to report back${turn.isLate ? ', late' : ''}`;
  if (contact === undefined) {
    const member = await findActiveMember(tx, personId);
    if (member === undefined) return false;
    await notifyMembers(tx, place, [member], reminderOfReport(facts, tx.now, null));
  } else {
    const method = reportMethod(contact, await loadAnsweredMethod(tx, deliveryId));
    if (method === undefined) return false;
    const { id: methodId, channel, address } = method;
    const zone = contact.timeZone ?? facts.timeZone;
    const quietUntil =
      escalation.urgency === 'routine' ? quietHoursEnd(contact.quietHours, zone, tx.now) : null;
    const wait = quietUntil === null ? {} : { sendAt: quietUntil, waitsFor: 'quiet_hours' as const };
    const recipient = { methodId, recipientId: contact.id, name: contact.name, channel, address, ...wait };
    await enqueueDelivery(tx, place, [recipient], reminderOfReport(facts, tx.now, deliveryId));
  }
  await recordTimeline(tx, escalation, 'report_reminded', words);
  await recordAudit(tx, 'report.reminded', escalation, { isLate: turn.isLate });
  return true;
}

async function loadAnsweredMethod(tx: WriteTx, deliveryId: string | null): Promise<string | null> {
  if (deliveryId === null) return null;
  const [row] = await tx.db
    .select({ methodId: deliveries.methodId })
    .from(deliveries)
    .where(within(tx, deliveries, eq(deliveries.id, deliveryId)));
  return row?.methodId ?? null;
}

/** Account managers by e-mail, the operator too; both see it on their screens besides. */
async function tellSilence(
  tx: WriteTx,
  escalation: EscalationRow,
  report: Report,
  turn: ReportTurn,
): Promise<void> {
  const facts = await factsOf(tx, escalation, report, turn);
  const [managers, operator] = await Promise.all([
    listAccountManagers(tx),
    findActiveMember(tx, escalation.startedById),
  ]);
  const place = { id: report.id, clientId: escalation.clientId, cycle: report.runFromCycle, step: SILENCE };
  await notifyMembers(
    tx,
    place,
    managers,
    silenceNotice(facts, tx.now, `/manage/escalations/${escalation.id}`),
  );
  const isManager = managers.some(({ id }) => id === operator?.id);
  if (operator !== undefined && !isManager) {
    await notifyMembers(tx, place, [operator], {
      ...silenceNotice(facts, tx.now, '/desk'),
      linkWords: 'Open the desk',
    });
  }
  const by = localMoment(report.dueAt, facts.timeZone);
  const late = turn.isLate ? ' This comes late.' : '';
  await recordTimeline(
    tx,
    escalation,
    'report_overdue',
    `${report.personName} has not reported back, asked for by ${by}. The account managers and ${escalation.startedByName} are told.${late}`,
  );
  await recordAudit(tx, 'report.overdue', escalation, { isLate: turn.isLate });
}
