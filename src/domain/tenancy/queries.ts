import { desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor, Role } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import type { ApiKeySummary, Member, SessionSummary } from './model';
import { canListMembers, canListSessions, canManageApiKeys } from './policy';
import { apiKeys, memberships, organizations, sessions } from './tables';

const clientNameOf = sql<
  string | null
>`(select name from clients c where c.client_id = memberships.client_id)`;

/** The client's name; NOT_FOUND outside the tenant. (By SQL: clients stand to the right of tenancy.) */
export async function requireClient(tx: ReadTx, clientId: string): Promise<string> {
  const rows = await tx.db.execute<{ name: string }>(sql`
    select name from clients
    where organization_id = ${tx.actor.organizationId} and client_id = ${clientId}`);
  return requireFound(rows[0], 'client').name;
}

/** All members, by name; at most 500. */
export async function listMembers(actor: Actor): Promise<Member[]> {
  requireAllowed(canListMembers(actor));
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select({
        id: memberships.id,
        name: memberships.name,
        email: memberships.email,
        role: memberships.role,
        clientId: memberships.clientId,
        clientName: clientNameOf,
        languages: memberships.languages,
        disabledAt: memberships.disabledAt,
      })
      .from(memberships)
      .where(within(tx, memberships))
      .orderBy(memberships.name, memberships.id)
      .limit(500);
    return rows.map(({ disabledAt, ...member }) => ({ ...member, isDisabled: disabledAt !== null }));
  });
}

/** The signed-in person's sessions that may still act, newest first; at most 50. */
export async function listSessions(actor: Actor, currentSessionId: string | null): Promise<SessionSummary[]> {
  requireAllowed(canListSessions(actor));
  return readTx(actor, async (tx, clock) => {
    const rows = await tx.db
      .select({
        id: sessions.id,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        address: sessions.address,
        userAgent: sessions.userAgent,
      })
      .from(sessions)
      .where(
        within(
          tx,
          sessions,
          eq(sessions.membershipId, actor.id),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, await clock()),
        ),
      )
      .orderBy(desc(sessions.id))
      .limit(50);
    return rows.map((row) => ({ ...row, isCurrent: row.id === currentSessionId }));
  });
}

/** Newest first; at most 200. */
export async function listApiKeys(actor: Actor): Promise<ApiKeySummary[]> {
  requireAllowed(canManageApiKeys(actor));
  return readTx(actor, async (tx) =>
    tx.db
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        role: apiKeys.role,
        clientId: apiKeys.clientId,
        createdAt: apiKeys.createdAt,
        revokedAt: apiKeys.revokedAt,
      })
      .from(apiKeys)
      .where(within(tx, apiKeys))
      .orderBy(desc(apiKeys.id))
      .limit(200),
  );
}

/** Name and phone of the answering service itself. */
export async function loadOrganization(tx: ReadTx): Promise<{ name: string; phone: string | null }> {
  const rows = await tx.db
    .select({ name: organizations.name, phone: organizations.phone })
    .from(organizations)
    .where(within(tx, organizations));
  return requireFound(rows[0], 'organization');
}

/** Whom an escalation's "account manager" means: those who may act, by seniority; at most 10. */
export async function listAccountManagers(
  tx: ReadTx,
  memberId?: string,
): Promise<{ id: string; name: string; email: string }[]> {
  const isWanted = memberId === undefined ? undefined : eq(memberships.id, memberId);
  return tx.db
    .select({ id: memberships.id, name: memberships.name, email: memberships.email })
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        eq(memberships.role, 'account_manager'),
        isNull(memberships.disabledAt),
        isWanted,
      ),
    )
    .orderBy(memberships.createdAt, memberships.id)
    .limit(10);
}

type Addressee = { id: string; name: string; email: string; role: Role };

const addresseeColumns = {
  id: memberships.id,
  name: memberships.name,
  email: memberships.email,
  role: memberships.role,
};

/** Those of a client's people who write its briefings and may sign in, by seniority; at most 20. */
export async function loadAuthors(tx: ReadTx, clientId: string): Promise<Addressee[]> {
  return tx.db
    .select(addresseeColumns)
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        eq(memberships.clientId, clientId),
        inArray(memberships.role, ['author', 'client_admin']),
        isNull(memberships.disabledAt),
      ),
    )
    .orderBy(memberships.createdAt, memberships.id)
    .limit(20);
}

/** A person who may sign in; undefined for programs and for those who may no longer. @param id of whoever acted */
export async function findActiveMember(tx: ReadTx, id: string): Promise<Addressee | undefined> {
  const [row] = await tx.db
    .select(addresseeColumns)
    .from(memberships)
    .where(within(tx, memberships, sql`${memberships.id}::text = ${id}`, isNull(memberships.disabledAt)));
  return row;
}

/** The member of staff with this sign-in name, or null. */
export async function findStaffByEmail(
  tx: ReadTx,
  email: string,
): Promise<{ id: string; name: string } | null> {
  const [row] = await tx.db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        sql`lower(${memberships.email}) = lower(${email})`,
        isNull(memberships.clientId),
        isNull(memberships.disabledAt),
      ),
    );
  return row ?? null;
}

/** The database's present instant, for doors that must stamp what carries no time of its own. */
export async function readOrganizationClock(actor: Actor): Promise<Date> {
  return readTx(actor, (_tx, clock) => clock());
}
