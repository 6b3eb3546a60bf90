import { inArray, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { briefings, briefingVersions } from '../briefings/tables';
import { builtInPlaybook } from '../playbooks/built-in-playbooks';
import { playbooks } from '../playbooks/tables';
import { memberships } from '../tenancy/tables';
import type { OutcomeGrouping } from './model';

type Names = Map<string, string>;

const byId = (rows: readonly { id: string; name: string }[]): Names =>
  new Map(rows.map(({ id, name }) => [id, name]));

async function loadPlaybookNames(tx: ReadTx, keys: string[]): Promise<Names> {
  const own = keys.filter((key) => builtInPlaybook(key) === undefined);
  const rows = await tx.db
    .select({ id: playbooks.id, name: playbooks.name })
    .from(playbooks)
    .where(within(tx, playbooks, inArray(sql`${playbooks.id}::text`, own)));
  const names = byId(rows);
  for (const key of keys) {
    const builtIn = builtInPlaybook(key);
    if (builtIn !== undefined) names.set(key, builtIn.content.name);
  }
  return names;
}

/** The headline of the version in use; of a draft that was never published, the draft's. */
async function loadHeadlines(tx: ReadTx, keys: string[]): Promise<Names> {
  const rows = await tx.db
    .select({
      id: briefings.id,
      name: sql<string>`coalesce(${briefingVersions.content}, ${briefings.draft})->>'headline'`,
    })
    .from(briefings)
    .leftJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}
        and ${briefingVersions.version} = ${briefings.currentVersion}`,
    )
    .where(within(tx, briefings, inArray(briefings.id, keys)));
  return byId(rows);
}

async function loadOperatorNames(tx: ReadTx, keys: string[]): Promise<Names> {
  const rows = await tx.db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(within(tx, memberships, inArray(memberships.id, keys)));
  return byId(rows);
}

const load = { playbook: loadPlaybookNames, briefing: loadHeadlines, operator: loadOperatorNames };

/** What the playbooks, briefings or operators with these keys are called. */
export async function loadOutcomeNames(tx: ReadTx, by: OutcomeGrouping, keys: string[]): Promise<Names> {
  return keys.length === 0 ? new Map() : load[by](tx, keys);
}
