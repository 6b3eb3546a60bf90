import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { clients } from '../clients/tables';
import { contactMethods, contacts } from '../contacts/tables';
import { loadScheduleFacts } from '../oncall/queries';
import type { ScheduleFacts } from '../oncall/model';
import { listAccountManagers, loadOrganization } from '../tenancy/queries';
import { memberships } from '../tenancy/tables';
import type { Policy } from './model';
import type { PolicyContact, PolicyPeople } from './plan-step';

/** "Everyone" means so many of a client's contacts. */
const MOST_OF_EVERYONE = 50;

/**
 * All that a policy's steps may mean around an instant. One question for the contacts with their methods and whoever
 * stands in for them, one for the account managers where a step names them, and the schedules' own where it has any.
 */
export async function loadPolicyPeople(
  tx: ReadTx,
  clientId: string | null,
  policy: Pick<Policy, 'steps'>,
  around: Date,
): Promise<PolicyPeople> {
  const targets = policy.steps.flatMap((step) => step.targets);
  const scheduleIds = targets.flatMap((target) => (target.type === 'schedule' ? [target.id] : []));
  const found = await loadScheduleFacts(tx, [...new Set(scheduleIds)], around);
  const schedules = new Map(
    [...found].flatMap(([id, { schedule, facts }]) =>
      schedule.clientId === clientId ? [[id, { name: schedule.name, facts }]] : [],
    ),
  );
  const ids = [
    ...targets.flatMap((target) => (target.type === 'contact' ? [target.id] : [])),
    ...[...schedules.values()].flatMap(({ facts }) => contactIdsOf(facts)),
  ];
  const isEveryone = targets.some(({ type }) => type === 'everyone');
  const isManaged = targets.some(({ type }) => type === 'account_manager');
  const [rows, managers] = await Promise.all([
    clientId === null ? [] : loadContactRows(tx, clientId, [...new Set(ids)], isEveryone),
    isManaged ? loadAccountManagersOf(tx) : [],
  ]);
  return {
    contacts: new Map(rows.map(({ contact }) => [contact.id, contact])),
    everyone: rows
      .filter(({ contact, isListed }) => isListed && !contact.isRemoved)
      .map(({ contact }) => contact.id)
      .slice(0, MOST_OF_EVERYONE),
    schedules,
    managers,
    timeZone: rows[0]?.clientTimeZone ?? 'UTC',
  };
}

/** Everybody whom a schedule may ever name in the stretch that was read. */
function contactIdsOf({ rotations, overrides, coverages }: ScheduleFacts): string[] {
  return [
    ...rotations.flatMap(({ contactIds }) => contactIds),
    ...overrides.flatMap(({ contactId }) => contactId ?? []),
    ...coverages.flatMap(({ shifts }) => shifts.map(({ contactId }) => contactId)),
  ];
}

type ContactRow = { contact: PolicyContact; isListed: boolean; clientTimeZone: string };

async function loadContactRows(
  tx: ReadTx,
  clientId: string,
  ids: readonly string[],
  isEveryone: boolean,
): Promise<ContactRow[]> {
  const own = and(eq(contacts.organizationId, tx.actor.organizationId), eq(contacts.clientId, clientId));
  const named = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const wanted = sql`(
    with recursive wanted (id) as (
      select id from unnest(array[${named}]::uuid[]) as id
      union
      select contacts.replaced_by_id from contacts join wanted on wanted.id = contacts.id
      where ${own} and contacts.removed_at is not null and contacts.replaced_by_id is not null
    ) select id from wanted)`;
  const listed = sql`(
    select id from contacts where ${own} and removed_at is null order by name, id limit ${MOST_OF_EVERYONE})`;
  const isListed = isEveryone ? sql<boolean>`${contacts.id} in ${listed}` : sql<boolean>`false`;
  const rows = await tx.db
    .select({
      id: contacts.id,
      clientId: contacts.clientId,
      name: contacts.name,
      title: contacts.title,
      timeZone: contacts.timeZone,
      quietHours: contacts.quietHours,
      membershipId: contacts.membershipId,
      replacedById: contacts.replacedById,
      isRemoved: sql<boolean>`${contacts.removedAt} is not null`,
      hasSignIn: sql<boolean>`${memberships.id} is not null`,
      isListed,
      clientTimeZone: clients.timeZone,
      method: {
        id: contactMethods.id,
        channel: contactMethods.channel,
        address: contactMethods.address,
        delaySeconds: contactMethods.delaySeconds,
        format: contactMethods.format,
        failure: contactMethods.failure,
      },
      isVerified: sql<boolean>`${contactMethods.verifiedAt} is not null`,
      isStopped: sql<boolean>`${contactMethods.stoppedAt} is not null`,
      hasSecret: sql<boolean>`${contactMethods.sealedSecret} is not null`,
    })
    .from(contacts)
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${contacts.organizationId} and ${clients.clientId} = ${contacts.clientId}`,
    )
    .leftJoin(
      contactMethods,
      and(
        eq(contactMethods.organizationId, contacts.organizationId),
        eq(contactMethods.contactId, contacts.id),
        isNull(contactMethods.removedAt),
      ),
    )
    .leftJoin(
      memberships,
      and(
        eq(memberships.organizationId, contacts.organizationId),
        eq(memberships.id, contacts.membershipId),
        isNull(memberships.disabledAt),
      ),
    )
    .where(within(tx, contacts, eq(contacts.clientId, clientId), or(inArray(contacts.id, wanted), isListed)))
    .orderBy(asc(contacts.name), asc(contacts.id), asc(contactMethods.position));
  const found = new Map<string, ContactRow>();
  for (const {
    method,
    isListed: isOfEveryone,
    clientTimeZone,
    isVerified,
    isStopped,
    hasSecret,
    ...contact
  } of rows) {
    const row = found.get(contact.id) ?? {
      contact: { ...contact, methods: [] },
      isListed: isOfEveryone,
      clientTimeZone,
    };
    if (method !== null) row.contact.methods.push({ ...method, isVerified, isStopped, hasSecret });
    found.set(contact.id, row);
  }
  return [...found.values()];
}

/** A client's people do not see who the account managers are: to them they are one. */
async function loadAccountManagersOf(tx: ReadTx): Promise<PolicyPeople['managers']> {
  if (tx.actor.clientId === null) return listAccountManagers(tx);
  const { name } = await loadOrganization(tx);
  return [{ id: tx.actor.organizationId, name: `The account managers of ${name}`, email: '' }];
}
