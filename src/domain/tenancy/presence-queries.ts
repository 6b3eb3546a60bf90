import { eq, gt, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { defaultPreferences, type DeskPreferences, type PresenceCard } from './model';
import { deskPreferences, memberships, presences } from './tables';

/** Everybody at a desk: marked within the last 90 seconds. By name, at most 500. */
export async function loadPresences(tx: ReadTx): Promise<PresenceCard[]> {
  return selectPresences(tx).where(
    within(tx, presences, gt(presences.seenAt, sql`app_now() - interval '90 seconds'`)),
  );
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
