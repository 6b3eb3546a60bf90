import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { localMoment } from '../../kernel/local-time';
import { toE164 } from '../../kernel/phone';
import { recordAudit } from '../audit/record-audit';
import { loadCallCard } from '../calls/queries';
import { releaseCaller } from '../escalations/release-caller';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { announceUpdate } from '../updates/announce-update';
import type { CallerUpdate, recordConsentInput } from '../updates/model';
import { canRecordConsent } from '../updates/policy';
import { callerUpdates } from '../updates/tables';
import { isStoppedNumber, lockUpdateOfCall, type Update } from '../updates/update-queries';

type Consent = z.output<typeof recordConsentInput>;

/**
 * Puts on record that a caller agreed to be told when the matter is settled, how, and what they said yes to: one way a
 * call. Said anew, the later word counts, and a message that failed goes again to the corrected address. Where the matter
 * is settled already, they are told now.
 * @throws DomainError INVALID for an address that fits no such way, or that answered STOP; CONFLICT once they were told
 */
export async function recordConsent(actor: Actor, input: Consent): Promise<CallerUpdate> {
  const address = requireAddress(input);
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, input.callId, { isLocked: true }), 'call');
    tx.authorize(canRecordConsent(actor));
    const { clientId, clientTimeZone } = call;
    if (clientId === null) {
      throw new DomainError('CONFLICT', 'This number belongs to no client yet: nobody settles the matter.');
    }
    const before = await lockUpdateOfCall(tx, call.id);
    const given = { ...input, address };
    if (before !== undefined && isSame(before, given)) {
      tx.noteUnrecorded();
      return announceUpdate(tx, before.id);
    }
    if (before !== undefined) refuseIfTold(before, clientTimeZone ?? 'UTC');
    if (input.channel === 'sms' && (await isStoppedNumber(tx, address))) {
      const words = `${address} answered STOP: choose another way, or have START sent from it.`;
      throw new DomainError('INVALID', words, [{ field: 'address', words }]);
    }
    const id = await enter(tx, clientId, before, given);
    const { channel } = input;
    await recordAudit(tx, 'callerUpdate.agreed', { id, clientId }, { callId: call.id, channel });
    await releaseCaller(tx, call.id);
    return announceUpdate(tx, id);
  });
}

function requireAddress({ channel, address }: Consent): string {
  const fit = channel === 'email' ? emailOf(address) : toE164(address);
  if (fit !== null) return fit;
  const words =
    channel === 'email'
      ? 'That is not an e-mail address.'
      : 'Write the number with its country code, for example +49 30 123456.';
  throw new DomainError('INVALID', words, [{ field: 'address', words }]);
}

function emailOf(address: string): string | null {
  return z.email().safeParse(address).success ? address : null;
}

/** A message that failed is sent again by saying the same once more. */
function isSame({ state, channel, address, consent }: Update, given: Consent): boolean {
  const isSaid = channel === given.channel && address === given.address && consent === given.consent;
  return isSaid && state !== 'failed' && state !== 'cancelled';
}

function refuseIfTold({ state, toldAt }: Update, timeZone: string): void {
  if (state === 'promised') {
    throw new DomainError('CONFLICT', 'This caller is called back already: see the callbacks.');
  }
  if (state === 'told') {
    const when = toldAt === null ? '' : `, on ${localMoment(toldAt, timeZone)}`;
    throw new DomainError('CONFLICT', `This caller has been told already${when}.`);
  }
}

async function enter(
  tx: WriteTx,
  clientId: string,
  before: Update | undefined,
  { callId, channel, address, consent }: Consent,
): Promise<string> {
  const said = {
    channel,
    address,
    consent,
    consentedAt: tx.now,
    recordedById: tx.actor.id,
    recordedByName: tx.actor.name,
    state: 'waiting' as const,
    stoppedAt: null,
  };
  if (before !== undefined) {
    await cancelDeliveries(tx, before.id, 'The caller named another way before it was sent.');
    await tx.db
      .update(callerUpdates)
      .set({ ...said, tellAt: null, claimedUntil: null })
      .where(within(tx, callerUpdates, eq(callerUpdates.id, before.id)));
    return before.id;
  }
  const id = newId();
  const { organizationId } = tx.actor;
  await tx.db.insert(callerUpdates).values({ ...said, organizationId, id, clientId, callId });
  return id;
}
