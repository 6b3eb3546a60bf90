import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceEscalation } from './announce-escalation';
import { loadToldPeople, loadWholeAcknowledgement, type Answerer } from './answer-queries';
import { cancelOwnDeliveries } from './cancel-own-deliveries';
import { completeAcknowledgement } from './complete-acknowledgement';
import type { AcknowledgementChannel, AnswerOutcome } from './model';
import { recordTimeline } from './record-timeline';
import { escalationAcknowledgements, type escalations } from './tables';

type EscalationRow = typeof escalations.$inferSelect;

/**
 * "I have it", to a locked escalation that waits for it, inside a larger write. Everything not yet sent is cancelled with
 * it. In a step that everybody must acknowledge, one person's word cancels that person's own messages, and the last
 * one's all the rest.
 */
export async function applyAcknowledgement(
  tx: WriteTx,
  escalation: EscalationRow,
  answerer: Answerer,
  via: AcknowledgementChannel,
): Promise<AnswerOutcome> {
  const { personId, byName } = answerer;
  if (personId === null || !(await isOneOfMany(tx, escalation, answerer))) {
    const card = await completeAcknowledgement(tx, escalation, { byName, via, answerer });
    return { kind: 'acknowledged', escalation: card };
  }

  const isNew = await enterAcknowledgement(tx, escalation, personId, byName, via);
  await cancelOwnDeliveries(tx, escalation.id, personId, `${byName} acknowledged before it was sent.`);
  const whole = await loadWholeAcknowledgement(tx, escalation);
  if (whole !== null) {
    const card = await completeAcknowledgement(tx, escalation, { byName: whole.byName, via });
    return { kind: 'acknowledged', escalation: card };
  }
  if (isNew) {
    await recordTimeline(
      tx,
      escalation,
      'partly_acknowledged',
      `${byName} has it. The others are still asked.`,
    );
    await recordAudit(tx, 'escalation.partly_acknowledged', escalation, { via });
  } else {
    tx.noteUnrecorded();
  }
  return { kind: 'partly_acknowledged', escalation: await announceEscalation(tx, escalation.id) };
}

/** An account manager who is no part of the step was told because something went wrong, and takes it over as a whole. */
async function isOneOfMany(
  tx: WriteTx,
  escalation: EscalationRow,
  { personId, isContact }: Answerer,
): Promise<boolean> {
  const { state, policy, step } = escalation;
  if (state !== 'open' || policy.steps[step - 1]?.isEveryoneNeeded !== true) return false;
  if (isContact) return true;
  const told = await loadToldPeople(tx, escalation);
  return told.some((person) => person.personId === personId);
}

/** @returns whether it is this person's first in the present run */
async function enterAcknowledgement(
  tx: WriteTx,
  { id, clientId, runFromCycle }: EscalationRow,
  personId: string,
  personName: string,
  via: AcknowledgementChannel,
): Promise<boolean> {
  const entered = await tx.db
    .insert(escalationAcknowledgements)
    .values({
      organizationId: tx.actor.organizationId,
      id: newId(),
      clientId,
      escalationId: id,
      runFromCycle,
      personId,
      personName,
      via,
      at: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: escalationAcknowledgements.id });
  return entered.length > 0;
}
