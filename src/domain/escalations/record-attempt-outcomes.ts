import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvents } from '../live/append-live-events';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { companionWords, recipientWords } from '../notifications/channel-words';
import { isCallerMessage } from '../notifications/message-kind';
import { finishAttempts, type Finished, type SettledDelivery } from '../notifications/finish-attempts';
import { loadSettlingEscalations } from '../updates/update-queries';
import { announceEscalation } from './announce-escalation';
import { markCallers, type CallerFate } from './mark-callers';
import { markFirstSent } from './mark-first-sent';
import { markMethods } from './mark-methods';
import { moveOnIfHopeless } from './move-on-if-hopeless';
import { canAdvanceEscalation } from './policy';
import { pullForward } from './pull-forward';
import { loadEscalationCards, lockEscalation, lockEscalations } from './queries';
import { recordTimelines, type TimelineLine } from './record-timelines';
import type { escalations } from './tables';

/**
 * What providers answered to hand-overs of one tenant, and what follows from it, in one transaction: the attempts'
 * outcomes, a line in each timeline and, when one was the last hope of its escalation's present step, the next step at
 * once. Escalations are locked before their deliveries, everywhere, and in the order of their ids.
 */
export async function recordAttemptOutcomes(actor: Actor, finished: readonly Finished[]): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canAdvanceEscalation(actor));
    tx.noteUnrecorded();
    const causeIds = finished
      .flatMap(({ claimed }) => [claimed, ...claimed.carried])
      .flatMap(({ cause, causeId }) => (cause === 'escalation' ? [causeId] : []));
    const ids = [...new Set(causeIds)];
    const callerIds = finished.flatMap(({ claimed }) =>
      claimed.cause === 'caller' ? [claimed.causeId] : [],
    );
    const settling = await loadSettlingEscalations(tx, callerIds);
    const locked = await lockEscalations(tx, [...new Set([...ids, ...settling])]);
    const [settled, cards] = await Promise.all([finishAttempts(tx, finished), loadEscalationCards(tx, ids)]);
    const told = settled.flatMap((one) => {
      if (one.own.cause !== 'escalation') return [];
      return [{ one, escalation: requireFound(locked.get(one.own.causeId), 'escalation') }];
    });
    const failed = told.filter(({ one }) => one.settled.failure !== null);
    const moved = new Set(failed.map(({ escalation }) => escalation.id));
    const unmoved = new Set(told.map(({ escalation }) => escalation.id).filter((id) => !moved.has(id)));
    await Promise.all([
      markFirstSent(tx, told),
      markMethods(tx, settled),
      recordTimelines(
        tx,
        told.map(({ one, escalation }) => lineOf(one, escalation)),
      ),
      appendLiveEvents(
        tx,
        cards.flatMap((escalation) => {
          const { id, clientId } = escalation;
          return unmoved.has(id) ? [{ type: 'escalation.changed', clientId, payload: { escalation } }] : [];
        }),
      ),
    ]);
    await markCallers(
      tx,
      settled.flatMap((one) => callerFate(one)),
    );
    for (const { one } of failed) await follow(tx, one);
    for (const id of moved) await announceEscalation(tx, id);
  });
}

type Escalation = typeof escalations.$inferSelect;

const isWanted = ({ state }: Escalation) => state === 'open' || state === 'unanswered';

function lineOf({ claimed, own, settled }: SettledDelivery, escalation: Escalation): TimelineLine {
  const to = recipientWords({ ...claimed, recipientName: own.recipientName });
  const at = { escalationId: escalation.id, clientId: escalation.clientId };
  if (settled.failure === null) {
    const also = companionWords(claimed.companionCount);
    return settled.state === 'delivered'
      ? { ...at, type: 'delivered', words: `Delivered to ${to}${also}` }
      : { ...at, type: 'sent', words: `Sent to ${to}${also}` };
  }
  const retry =
    settled.state === 'failed_temporary' && isWanted(escalation) ? ' It will be tried again.' : '';
  return { ...at, type: 'failed', words: `Could not reach ${to}: ${settled.failure}${retry}` };
}

/** A failure that is tried again is no fate yet. */
function callerFate({ claimed, own, settled }: SettledDelivery): CallerFate[] {
  if (!isCallerMessage(claimed) || settled.state === 'failed_temporary') return [];
  const { failure, sentAt } = settled;
  const { causeId: updateId, cycle, step } = own;
  return [{ updateId, cycle, step, words: claimed.message.words, failure, sentAt }];
}

/** Read anew for each: another failure in the same transaction may have moved it on. */
async function follow(tx: WriteTx, { own, settled }: SettledDelivery): Promise<void> {
  const escalation = requireFound(await lockEscalation(tx, own.causeId), 'escalation');
  // Acknowledged, resolved or cancelled while this was on its way.
  if (!isWanted(escalation))
    await cancelDeliveries(tx, escalation.id, 'Somebody had taken care of it meanwhile.');
  if (settled.state !== 'failed_permanent') return;
  await pullForward(tx, own);
  const isPresentStep = own.cycle === escalation.cycle && own.step === escalation.step;
  if (isPresentStep) await moveOnIfHopeless(tx, escalation);
}
