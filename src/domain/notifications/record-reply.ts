import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { canCarryDeliveries } from './policy';
import { inboundMessages } from './tables';

/** What somebody answered by text message, what it was taken for, and what they are told. */
export type Reply = {
  clientId: string | null;
  /** Twilio's MessageSid: carriers repeat themselves. */
  providerId: string;
  fromAddress: string;
  text: string;
  deliveryId: string | null;
  causeId: string | null;
  outcome: string;
  /** null: silence. */
  answer: string | null;
};

/** @returns the answer to give: of a text that was there before, the answer that it got then */
export async function recordReply(actor: Actor, reply: Reply): Promise<string | null> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canCarryDeliveries(actor));
    tx.noteUnrecorded();
    const { organizationId } = actor;
    const entered = await tx.db
      .insert(inboundMessages)
      .values({ ...reply, organizationId, id: newId(), channel: 'sms', at: tx.now })
      .onConflictDoNothing()
      .returning({ id: inboundMessages.id });
    if (entered.length > 0) return reply.answer;
    const [before] = await tx.db
      .select({ answer: inboundMessages.answer })
      .from(inboundMessages)
      .where(
        within(
          tx,
          inboundMessages,
          eq(inboundMessages.channel, 'sms'),
          eq(inboundMessages.providerId, reply.providerId),
        ),
      );
    return requireRow(before).answer;
  });
}
