import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import type { EscalationMessage } from '../notifications/model';
import { notifyMembers } from '../notifications/notify-members';
import { listAccountManagers } from '../tenancy/queries';
import type { Place } from './next-step';
import type { escalations } from './tables';

type Word = {
  /** Steps in which nobody could be told, and which are therefore passed. */
  passed: readonly Place[];
  /** Where it stands now. */
  place: Place;
  /** Who of that step could not be told, in words. */
  gaps: readonly string[];
  /** Who is told by the step itself at this very moment. */
  told: readonly string[];
  names: string;
  message: EscalationMessage;
};

/**
 * A word to the account managers when a step is not what it should be, inside the write that finds out. A step that
 * nobody was in: the message itself, which they can acknowledge. Somebody missing in a step that others are told in:
 * a notice, once a run. Nobody hears the same thing twice at the same moment.
 */
export async function notifyAccountManagers(
  tx: WriteTx,
  escalation: typeof escalations.$inferSelect,
  { passed, place, gaps, told, names, message }: Word,
): Promise<void> {
  const [missed] = passed;
  const isNews = gaps.length > 0 && place.cycle === escalation.runFromCycle;
  if (missed === undefined && !isNews) return;
  const managers = (await listAccountManagers(tx)).filter(({ id }) => !told.includes(id));
  const { id, clientId } = escalation;
  if (missed !== undefined) {
    const recipients = managers.map((manager) => ({
      methodId: manager.id,
      recipientId: manager.id,
      name: manager.name,
      channel: 'email' as const,
      address: manager.email,
    }));
    await enqueueDelivery(tx, { id, clientId, cycle: missed.cycle, step: missed.step }, recipients, message);
  } else if (clientId !== null) {
    const who = message.clientName ?? message.organizationName;
    await notifyMembers(tx, { id: newId(), clientId, ...place }, managers, {
      subject: `Somebody could not be told about an escalation of ${who}`,
      lines: [...gaps, `Told instead: ${names}.`, `It is about: ${message.summary}`],
      path: `/manage/escalations/${id}`,
      linkWords: 'Open the escalation',
    });
  }
}
