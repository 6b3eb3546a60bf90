import { eq } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import type { ChatFormat } from '../contacts/model';
import { contactMethods } from '../contacts/tables';
import type { DeliveryCause } from './model';
import { canCarryDeliveries } from './policy';
import { webhookEndpoints } from './tables';

type SigningSecret = { kind: 'found'; secret: string } | { kind: 'none'; words: string };

/** The sealed secret that signs a delivery: its endpoint's, or its contact method's. */
export async function loadSigningSecret(
  actor: Actor,
  { cause, methodId }: { cause: DeliveryCause; methodId: string },
): Promise<SigningSecret> {
  requireAllowed(canCarryDeliveries(actor));
  return readTx(actor, async (tx) => {
    if (cause === 'event') {
      const [endpoint] = await tx.db
        .select({ secret: webhookEndpoints.sealedSecret, disabledAt: webhookEndpoints.disabledAt })
        .from(webhookEndpoints)
        .where(within(tx, webhookEndpoints, eq(webhookEndpoints.id, methodId)));
      if (endpoint?.disabledAt !== null) return { kind: 'none', words: 'This endpoint was disabled.' };
      return { kind: 'found', secret: endpoint.secret };
    }
    const [method] = await tx.db
      .select({ secret: contactMethods.sealedSecret })
      .from(contactMethods)
      .where(within(tx, contactMethods, eq(contactMethods.id, methodId)));
    const secret = method?.secret ?? null;
    if (secret === null)
      return { kind: 'none', words: 'This webhook has no secret to sign with yet. Make one at the contact.' };
    return { kind: 'found', secret };
  });
}

/** Whose chat program a contact method's address belongs to. */
export async function loadChatFormat(actor: Actor, methodId: string): Promise<ChatFormat> {
  requireAllowed(canCarryDeliveries(actor));
  return readTx(actor, async (tx) => {
    const [method] = await tx.db
      .select({ format: contactMethods.format })
      .from(contactMethods)
      .where(within(tx, contactMethods, eq(contactMethods.id, methodId)));
    return method?.format ?? 'slack';
  });
}
