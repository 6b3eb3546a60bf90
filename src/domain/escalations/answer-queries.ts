import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { requireFound } from '../../kernel/errors';
import { contacts } from '../contacts/tables';
import { loadBundle } from '../notifications/queries';
import { deliveries } from '../notifications/tables';
import type { AcknowledgementChannel, Escalation } from './model';
import { escalationAcknowledgements, escalations } from './tables';

/**
 * Who answers. `personId`: the contact or the membership; null: somebody who speaks for all of them. `byName` says besides
 * who put it on record: "Tom Becker (recorded by Dana Okafor)".
 */
export type Answerer = { personId: string | null; name: string; byName: string; isContact: boolean };

/** The message about this escalation behind the link that the actor opened; undefined for everybody else. */
export async function loadAnsweredMessage(tx: ReadTx, escalationId: string) {
  if (tx.actor.kind !== 'link') return undefined;
  return (await loadBundle(tx, tx.actor.id)).find(({ causeId }) => causeId === escalationId);
}

/**
 * Who an answer comes from: the person a link's message went to, the contact a client's person signs in as, or the
 * contact staff name. Staff who name nobody, and programs, speak for all.
 * @throws DomainError NOT_FOUND for a contact of another client
 */
export async function loadAnswerer(
  tx: ReadTx,
  { clientId }: { clientId: string | null },
  message: { recipientId: string | null; recipientName: string } | undefined,
  contactId: string | undefined,
): Promise<Answerer> {
  const { actor } = tx;
  if (contactId !== undefined) {
    const contact = requireFound(await findContact(tx, eq(contacts.id, contactId)), 'contact');
    if (contact.clientId !== clientId) requireFound(undefined, 'contact');
    const { id: personId, name } = contact;
    return { personId, name, byName: `${name} (recorded by ${actor.name})`, isContact: true };
  }
  if (message !== undefined) {
    const { recipientId } = message;
    const contact = recipientId === null ? undefined : await findContact(tx, eq(contacts.id, recipientId));
    const name = actor.name === '' ? message.recipientName : actor.name;
    return { personId: recipientId, name, byName: name, isContact: contact !== undefined };
  }
  if (actor.kind !== 'member' || actor.clientId === null) {
    return { personId: null, name: actor.name, byName: actor.name, isContact: false };
  }
  const contact = await findContact(
    tx,
    and(
      eq(contacts.membershipId, actor.id),
      isNull(contacts.removedAt),
      eq(contacts.clientId, actor.clientId),
    ),
  );
  return { personId: contact?.id ?? actor.id, name: actor.name, byName: actor.name, isContact: true };
}

async function findContact(tx: ReadTx, condition: ReturnType<typeof and>) {
  const [row] = await tx.db
    .select({ id: contacts.id, clientId: contacts.clientId, name: contacts.name })
    .from(contacts)
    .where(within(tx, contacts, condition))
    .limit(1);
  return row;
}

export type ToldPerson = { personId: string; name: string; isReachable: boolean };

/** Whoever the present step is told to, and whether a message did or still may reach them; at most 500. */
export async function loadToldPeople(
  tx: ReadTx,
  { id, cycle, step }: { id: string; cycle: number; step: number },
): Promise<ToldPerson[]> {
  const isHopeful = and(
    inArray(deliveries.state, ['pending', 'sending', 'sent', 'delivered', 'failed_temporary']),
    isNull(deliveries.setAsideAt),
  );
  return tx.db
    .select({
      // Rows of before name no recipient: there, each method stands for somebody.
      personId: sql<string>`coalesce(${deliveries.recipientId}, ${deliveries.methodId})`,
      name: sql<string>`min(${deliveries.recipientName})`,
      isReachable: sql<boolean>`bool_or(${isHopeful})`,
    })
    .from(deliveries)
    .where(
      within(
        tx,
        deliveries,
        eq(deliveries.causeId, id),
        eq(deliveries.cause, 'escalation'),
        eq(deliveries.cycle, cycle),
        eq(deliveries.step, step),
      ),
    )
    .groupBy(sql`coalesce(${deliveries.recipientId}, ${deliveries.methodId})`)
    .orderBy(sql`min(${deliveries.id}::text)`)
    .limit(500);
}

const { personId, personName, via, at } = escalationAcknowledgements;

function selectAcknowledgements(tx: ReadTx, escalationId: string, isOfRun: SQL) {
  return tx.db
    .select({ personId, personName, via, at })
    .from(escalationAcknowledgements)
    .where(
      within(
        tx,
        escalationAcknowledgements,
        eq(escalationAcknowledgements.escalationId, escalationId),
        isOfRun,
      ),
    )
    .orderBy(escalationAcknowledgements.id)
    .limit(500);
}

type Acknowledgements = Escalation['acknowledgements'];

/** Who acknowledged in the run that began with that cycle, in the order in which they did; at most 500. */
export async function loadAcknowledgements(
  tx: ReadTx,
  escalationId: string,
  runFromCycle: number,
): Promise<Acknowledgements> {
  return selectAcknowledgements(tx, escalationId, eq(escalationAcknowledgements.runFromCycle, runFromCycle));
}

/** Those of the present run. */
export async function loadPresentAcknowledgements(
  tx: ReadTx,
  escalationId: string,
): Promise<Acknowledgements> {
  const present = tx.db
    .select({ runFromCycle: escalations.runFromCycle })
    .from(escalations)
    .where(within(tx, escalations, eq(escalations.id, escalationId)));
  return selectAcknowledgements(tx, escalationId, inArray(escalationAcknowledgements.runFromCycle, present));
}

/**
 * The names of all who acknowledged in the present run, once nobody is missing whom the present step could reach, and how
 * the last of them said so; null while somebody is missing, or nobody has acknowledged.
 */
export async function loadWholeAcknowledgement(
  tx: ReadTx,
  escalation: { id: string; cycle: number; step: number; runFromCycle: number },
): Promise<{ byName: string; via: AcknowledgementChannel } | null> {
  const told = await loadToldPeople(tx, escalation);
  const given = await loadAcknowledgements(tx, escalation.id, escalation.runFromCycle);
  const hasAnswered = (id: string) => given.some(({ personId }) => personId === id);
  const last = given.at(-1);
  if (last === undefined) return null;
  if (told.some(({ personId, isReachable }) => isReachable && !hasAnswered(personId))) return null;
  return {
    byName: new Intl.ListFormat('en-GB').format(given.map(({ personName }) => personName)),
    via: last.via,
  };
}
