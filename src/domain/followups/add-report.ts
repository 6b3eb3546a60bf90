import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceEscalation } from '../escalations/announce-escalation';
import { loadAnsweredMessage, loadAnswerer, type Answerer } from '../escalations/answer-queries';
import { applyResolution } from '../escalations/apply-resolution';
import type { EscalationCard } from '../escalations/model';
import { canAcknowledgeEscalation, canRecordAnswer, canResolveByReport } from '../escalations/policy';
import { loadEscalationCard, lockEscalation } from '../escalations/queries';
import { recordTimeline } from '../escalations/record-timeline';
import type { escalations } from '../escalations/tables';
import { loadTargets } from '../escalations/target-queries';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import type { addReportInput } from '../updates/model';
import { lockReportOfRun, type Report } from '../updates/report-queries';
import { reportRequests } from '../updates/tables';

type EscalationRow = typeof escalations.$inferSelect;

const SETTLED = 'It is settled.';

/**
 * Whoever has an escalation says how it stands, from the page of their message, signed in, by a program, or through staff
 * who spoke to them; with `isResolved`, that it is settled. The same words twice are one report.
 * @throws DomainError CONFLICT while nobody has acknowledged, or when it was called off
 */
export async function addReport(
  actor: Actor,
  { escalationId, words, isResolved, contactId }: z.output<typeof addReportInput>,
): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const message = await loadAnsweredMessage(tx, escalationId);
    const link = { isAboutThis: message !== undefined };
    tx.authorize(canAcknowledgeEscalation(actor, escalation, link));
    if (contactId !== undefined) tx.authorize(canRecordAnswer(actor));
    if (isResolved) {
      const isRecorded = contactId !== undefined;
      tx.authorize(
        canResolveByReport(actor, escalation, { ...link, isRecorded }),
        'You may report how it stands; resolving it is for the responsible contact.',
      );
    }
    const answerer = await loadAnswerer(tx, escalation, message, contactId);
    refuseUnlessHeld(escalation);
    const said = words === '' ? SETTLED : words;
    const report = await lockReportOfRun(tx, escalation);
    const isOver = !isResolved || escalation.state === 'resolved';
    if (isOver && isRepeated(report, said, answerer)) {
      tx.noteUnrecorded();
      return requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    }
    await keepReport(tx, escalation, report, said, answerer);
    await recordTimeline(tx, escalation, 'reported_back', `${answerer.byName} reported back: “${said}”`);
    await recordAudit(tx, 'escalation.reported_back', escalation, { isResolved });
    if (isResolved && escalation.state === 'acknowledged') {
      return applyResolution(tx, escalation, answerer.byName);
    }
    return announceEscalation(tx, escalationId);
  });
}

function refuseUnlessHeld({ state }: EscalationRow): void {
  if (state === 'cancelled') throw new DomainError('CONFLICT', 'This escalation was cancelled.');
  if (state === 'open' || state === 'unanswered') {
    throw new DomainError('CONFLICT', 'Nobody has acknowledged this yet. Acknowledge it first.');
  }
}

function isRepeated(report: Report | undefined, words: string, { byName }: Answerer): boolean {
  return report?.state === 'reported' && report.words === words && report.reportedByName === byName;
}

/** From here on the engine only looks whether it is resolved in time. */
async function keepReport(
  tx: WriteTx,
  { id, clientId, runFromCycle, urgency, startedAt, state }: EscalationRow,
  report: Report | undefined,
  words: string,
  { personId, name, byName }: Answerer,
): Promise<void> {
  const { resolveSeconds } = (await loadTargets(tx, clientId))[urgency];
  const resolveBy = after(startedAt, resolveSeconds * SECOND);
  const said = {
    state: 'reported' as const,
    words,
    reportedAt: tx.now,
    reportedByName: byName,
    remindAt: state === 'acknowledged' && resolveBy > tx.now ? resolveBy : null,
    claimedUntil: null,
  };
  if (report !== undefined) {
    await tx.db
      .update(reportRequests)
      .set(said)
      .where(within(tx, reportRequests, eq(reportRequests.id, report.id)));
    await cancelDeliveries(tx, report.id, 'The report came before it was sent.');
    return;
  }
  // Acknowledged before reports were asked for.
  const { organizationId } = tx.actor;
  await tx.db.insert(reportRequests).values({
    ...said,
    organizationId,
    id: newId(),
    clientId,
    escalationId: id,
    runFromCycle,
    personId,
    personName: name,
    askedAt: tx.now,
    dueAt: tx.now,
  });
}
