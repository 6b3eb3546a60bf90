import { eq, gt, sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { defaultPreferences, presenceSeconds, type DeskPreferences, type PresenceCard } from './model';
import { deskPreferences, memberships, presences } from './tables';

/** Who was marked after this instant is at a desk. */
export const presentSince: SQL = sql`app_now() - make_interval(secs => ${presenceSeconds})`;

/** Everybody at a desk, by name; at most 500. */
export async function loadPresences(tx: ReadTx): Promise<PresenceCard[]> {
  return selectPresences(tx).where(within(tx, presences, gt(presences.seenAt, presentSince)));
}

/** One person, also when the desk has just been left. */
export async function loadPresence(tx: ReadTx, membershipId: string): Promise<PresenceCard | undefined> {
  const [row] = await selectPresences(tx).where(
    within(tx, presences, eq(presences.membershipId, membershipId)),
  );
  return row;
}

function selectPresences(tx: ReadTx) {
  return tx.db
    .select({
      membershipId: presences.membershipId,
      name: memberships.name,
      languages: memberships.languages,
      state: presences.state,
      reason: presences.reason,
      changedAt: presences.changedAt,
      ringTestedAt: presences.ringTestedAt,
      seenAt: presences.seenAt,
    })
    .from(presences)
    .innerJoin(
      memberships,
      sql`${memberships.organizationId} = ${presences.organizationId} and ${memberships.id} = ${presences.membershipId}`,
    )
    .orderBy(memberships.name, memberships.id)
    .limit(500)
    .$dynamic();
}

/** How this person has set up the desk. */
export async function loadPreferences(tx: ReadTx): Promise<DeskPreferences> {
  const [row] = await tx.db
    .select({ preferences: deskPreferences.preferences })
    .from(deskPreferences)
    .where(within(tx, deskPreferences, eq(deskPreferences.membershipId, tx.actor.id)));
  return row?.preferences ?? defaultPreferences;
}
