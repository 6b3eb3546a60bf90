import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { DomainError } from '../../kernel/errors';
import type { Contact, ContactMethodInput } from './model';
import { newMethods } from './new-methods';
import { isShownOnly } from './shown-address';
import { contactMethods } from './tables';

/**
 * Replaces a contact's methods, inside a larger write that holds the contact. Those that stay keep their id and what is
 * known of them; removed ones stay for the record of what was sent to them.
 * @throws DomainError INVALID when an address is only what a list shows of one
 */
export async function changeMethods(
  tx: WriteTx,
  contact: Contact,
  given: readonly ContactMethodInput[],
): Promise<void> {
  const { organizationId } = tx.actor;
  const { id: contactId, clientId } = contact;
  const methods = newMethods(given, contact.methods);
  const problems = methods.flatMap(({ address }, index) =>
    isShownOnly(address)
      ? [{ field: `methods.${index}.address`, words: 'Paste the whole address: this is only its beginning.' }]
      : [],
  );
  if (problems.length > 0) throw new DomainError('INVALID', 'Look at the addresses.', problems);
  const ids = methods.map(({ id }) => id);
  const gone = contact.methods.map(({ id }) => id).filter((id) => !ids.includes(id));
  if (gone.length > 0) {
    await tx.db
      .update(contactMethods)
      .set({ removedAt: tx.now })
      .where(within(tx, contactMethods, inArray(contactMethods.id, gone)));
  }
  const present = contact.methods.map(({ id }) => id);
  const stopped = await loadStopped(
    tx,
    methods.filter(({ id, channel }) => channel === 'sms' && !present.includes(id)),
  );
  for (const [position, { id, channel, address, delaySeconds, format }] of methods.entries()) {
    const stoppedAt = channel === 'sms' ? (stopped.get(address) ?? null) : null;
    const row = { organizationId, id, clientId, contactId, position, channel, address, delaySeconds, format };
    await tx.db
      .insert(contactMethods)
      .values({ ...row, stoppedAt })
      .onConflictDoUpdate({
        target: [contactMethods.organizationId, contactMethods.id],
        set: { position, delaySeconds, format },
      });
  }
}

/** Who answered STOP is not written to by typing the number in anew: since when, by number. */
async function loadStopped(
  tx: WriteTx,
  methods: readonly { address: string }[],
): Promise<ReadonlyMap<string, Date | null>> {
  if (methods.length === 0) return new Map();
  const numbers = methods.map(({ address }) => address);
  const rows = await tx.db
    .select({ address: contactMethods.address, stoppedAt: contactMethods.stoppedAt })
    .from(contactMethods)
    .where(
      and(
        eq(contactMethods.organizationId, tx.actor.organizationId),
        eq(contactMethods.channel, 'sms'),
        isNotNull(contactMethods.stoppedAt),
        inArray(contactMethods.address, numbers),
      ),
    )
    .orderBy(desc(contactMethods.stoppedAt))
    .limit(100);
  return new Map(rows.map(({ address, stoppedAt }) => [address, stoppedAt]));
}
