import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, type Problem } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { clients } from '../clients/tables';
import type { removeContactInput } from '../contacts/model';
import { canEditContacts } from '../contacts/policy';
import { loadContact, lockContact } from '../contacts/queries';
import { contacts } from '../contacts/tables';
import { replaceInSchedule } from '../oncall/replace-in-schedule';
import { loadParticipants, lockClient, lockClientSchedules } from '../oncall/schedule-queries';
import { replaceInPolicy } from './replace-in-policy';

type Leaving = { contactId: string; standInId: string | null };

/**
 * From now on nobody is told by this contact. With `replacedById` that one takes every place in schedules, their changes
 * ahead, policies and the message rule, and is told in escalations that run, which keep the policy they began with.
 * Without, the others go on where there are others.
 * @throws DomainError CONFLICT with one problem for each place that would be left empty, unless `isGapAccepted`; INVALID
 *   for a stand-in who is no other contact of the same client
 */
export async function removeContact(
  actor: Actor,
  { contactId, replacedById, isGapAccepted = false }: z.output<typeof removeContactInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const { clientId, name } = requireFound(await loadContact(tx, contactId), 'contact');
    tx.authorize(canEditContacts(actor, { clientId }));
    const leaving: Leaving = { contactId, standInId: replacedById ?? null };

    // Client, schedules, contacts: the order in which everybody holds them.
    await lockClient(tx, clientId);
    const schedules = await lockClientSchedules(tx, clientId);
    requireFound(await lockContact(tx, contactId), 'contact');
    await requireStandIn(tx, clientId, leaving);

    const problems: Problem[] = [];
    const places = { schedules: 0, policies: 0, messageRules: 0 };
    for (const schedule of schedules) {
      const done = await replaceInSchedule(tx, schedule, leaving);
      problems.push(...done.problems);
      places.schedules += done.places;
    }
    const policy = await replaceInPolicy(tx, clientId, leaving);
    const rule = await replaceInMessageRule(tx, clientId, leaving);
    problems.push(...policy.problems, ...rule.problems);
    places.policies = policy.places;
    places.messageRules = rule.places;
    if (problems.length > 0 && !isGapAccepted) {
      const what = problems.length === 1 ? 'a place' : `${problems.length} places`;
      const words = `Removing ${name} would leave ${what} empty. Name who stands in, or say that it may stay empty.`;
      throw new DomainError('CONFLICT', words, problems);
    }
    await tx.db
      .update(contacts)
      .set({ removedAt: tx.now, replacedById: leaving.standInId, calendarKey: null })
      .where(within(tx, contacts, eq(contacts.id, contactId)));
    await recordAudit(
      tx,
      'contact.removed',
      { id: contactId, clientId },
      {
        replacedById: leaving.standInId,
        ...places,
        leftEmpty: problems.length,
      },
    );
  });
}

async function requireStandIn(
  tx: WriteTx,
  clientId: string,
  { contactId, standInId }: Leaving,
): Promise<void> {
  if (standInId === null) return;
  const known = await loadParticipants(tx, clientId, [standInId]);
  if (known.has(standInId) && standInId !== contactId) return;
  const words = 'Choose another contact of this client.';
  throw new DomainError('INVALID', words, [{ field: 'replacedById', words }]);
}

/** Who gets the messages of calls. */
async function replaceInMessageRule(
  tx: WriteTx,
  clientId: string,
  { contactId, standInId }: Leaving,
): Promise<{ problems: Problem[]; places: number }> {
  const [row] = await tx.db
    .select({ rule: clients.messageRule })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  const { rule } = requireFound(row, 'client');
  if (!rule.contactIds.includes(contactId)) return { problems: [], places: 0 };
  const replaced = rule.contactIds.flatMap((id) => (id === contactId ? (standInId ?? []) : [id]));
  const contactIds = [...new Set(replaced)];
  await tx.db
    .update(clients)
    .set({ messageRule: { ...rule, contactIds } })
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  const isHole = contactIds.length === 0 && rule.mode !== 'hold';
  const words = 'Nobody would get the messages of calls.';
  return { problems: isHole ? [{ field: 'contactId', words }] : [], places: 1 };
}
