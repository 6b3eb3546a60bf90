import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadServiceRules } from '../tenancy/service-rules-queries';
import { builtInPlaybooks } from './built-in-playbooks';
import type { Playbook, PlaybookOption, PlaybookRecord, PlaybookSummary, PlaybookUse } from './model';
import { canListPlaybookNames, canReadPlaybooks } from './policy';
import { loadPlaybook } from './queries';
import { callTypes, playbooks, playbookVersions } from './tables';

type Row = {
  playbook: Playbook;
  archivedAt: Date | null;
  changedAt: Date | null;
  changedByName: string | null;
};

/** The newest version of each, the archived ones last. */
async function loadOwn(tx: ReadTx): Promise<Row[]> {
  const rows = await tx.db
    .select({
      id: playbooks.id,
      version: playbookVersions.version,
      content: playbookVersions.content,
      archivedAt: playbooks.archivedAt,
      changedAt: playbookVersions.changedAt,
      changedByName: playbookVersions.changedByName,
    })
    .from(playbooks)
    .innerJoin(
      playbookVersions,
      and(
        eq(playbookVersions.organizationId, playbooks.organizationId),
        eq(playbookVersions.playbookId, playbooks.id),
        eq(playbookVersions.version, playbooks.currentVersion),
      ),
    )
    .where(within(tx, playbooks))
    .orderBy(sql`${playbooks.archivedAt} desc nulls first`, sql`lower(${playbooks.name})`, playbooks.id)
    .limit(300);
  return rows.map(({ id, version, content, ...rest }) => ({
    playbook: { id, version, isBuiltIn: false, content },
    ...rest,
  }));
}

/** By playbook: how many clients, and how many call types in use, name it. */
async function countUses(
  tx: ReadTx,
): Promise<{ clients: Map<string, number>; callTypes: Map<string, number> }> {
  const byClient = await tx.db
    .select({ id: clients.playbookId, count: count() })
    .from(clients)
    .where(within(tx, clients, sql`${clients.playbookId} is not null`))
    .groupBy(clients.playbookId);
  const byCallType = await tx.db
    .select({ id: callTypes.playbookId, count: count() })
    .from(callTypes)
    .where(within(tx, callTypes, isNull(callTypes.archivedAt), sql`${callTypes.playbookId} is not null`))
    .groupBy(callTypes.playbookId);
  const asMap = (rows: { id: string | null; count: number }[]) =>
    new Map(rows.flatMap(({ id, count: uses }) => (id === null ? [] : [[id, uses] as const])));
  return { clients: asMap(byClient), callTypes: asMap(byCallType) };
}

/** The built-in ones, then the own ones by name, then what is archived; at most 300 of one's own. */
export async function listPlaybooks(actor: Actor): Promise<PlaybookSummary[]> {
  requireAllowed(canReadPlaybooks(actor));
  return readTx(actor, async (tx) => {
    const own = await loadOwn(tx);
    const uses = await countUses(tx);
    const rules = await loadServiceRules(tx);
    const builtIn = builtInPlaybooks().map((playbook) => ({
      playbook,
      archivedAt: null,
      changedAt: null,
      changedByName: null,
    }));
    return [...builtIn, ...own].map(({ playbook: { id, version, isBuiltIn, content }, ...rest }) => ({
      id,
      version,
      isBuiltIn,
      name: content.name,
      summary: content.summary,
      stepCount: content.steps.length,
      listening: content.listening,
      promise: content.promise,
      resolution: content.resolution,
      isDefault: rules.playbookId === id,
      clientCount: uses.clients.get(id) ?? 0,
      callTypeCount: uses.callTypes.get(id) ?? 0,
      ...rest,
    }));
  });
}

async function loadUse(tx: ReadTx, id: string): Promise<PlaybookUse> {
  const ofClients = await tx.db
    .select({ id: clients.clientId, name: clients.name })
    .from(clients)
    .where(within(tx, clients, eq(clients.playbookId, id)))
    .orderBy(clients.name, clients.clientId)
    .limit(50);
  const ofCallTypes = await tx.db
    .select({ id: callTypes.id, name: callTypes.name, clientId: callTypes.clientId })
    .from(callTypes)
    .where(within(tx, callTypes, eq(callTypes.playbookId, id), isNull(callTypes.archivedAt)))
    .orderBy(callTypes.name, callTypes.id)
    .limit(50);
  const rules = await loadServiceRules(tx);
  return { isDefault: rules.playbookId === id, clients: ofClients, callTypes: ofCallTypes };
}

/** One playbook in its newest version, archived or not, with its history and where it is named. */
export async function getPlaybook(actor: Actor, playbookId: string): Promise<PlaybookRecord> {
  requireAllowed(canReadPlaybooks(actor));
  return readTx(actor, async (tx) => {
    const playbook = requireFound(await loadPlaybook(tx, playbookId), 'playbook');
    const use = await loadUse(tx, playbookId);
    if (playbook.isBuiltIn) return { playbook, archivedAt: null, versions: [], use };
    const [row] = await tx.db
      .select({ archivedAt: playbooks.archivedAt })
      .from(playbooks)
      .where(within(tx, playbooks, eq(playbooks.id, playbookId)));
    const versions = await tx.db
      .select({
        version: playbookVersions.version,
        changedAt: playbookVersions.changedAt,
        changedByName: playbookVersions.changedByName,
      })
      .from(playbookVersions)
      .where(within(tx, playbookVersions, eq(playbookVersions.playbookId, playbookId)))
      .orderBy(desc(playbookVersions.version))
      .limit(200);
    return { playbook, archivedAt: row?.archivedAt ?? null, versions, use };
  });
}

/** One version as calls keep it. */
export async function getPlaybookVersion(
  actor: Actor,
  { playbookId, version }: { playbookId: string; version: number },
): Promise<Playbook> {
  requireAllowed(canReadPlaybooks(actor));
  return readTx(actor, async (tx) => {
    return requireFound(await loadPlaybook(tx, playbookId, version), 'playbook');
  });
}

/** Names to choose from: the built-in ones, and for staff those of their own that are offered. */
export async function listPlaybookNames(actor: Actor): Promise<PlaybookOption[]> {
  requireAllowed(canListPlaybookNames(actor));
  const builtIn = builtInPlaybooks().map(({ id, content }) => ({ id, name: content.name, isBuiltIn: true }));
  if (!canReadPlaybooks(actor)) return builtIn;
  const own = await readTx(actor, async (tx) =>
    tx.db
      .select({ id: playbooks.id, name: playbooks.name })
      .from(playbooks)
      .where(within(tx, playbooks, isNull(playbooks.archivedAt)))
      .orderBy(sql`lower(${playbooks.name})`, playbooks.id)
      .limit(100),
  );
  return [...builtIn, ...own.map((one) => ({ ...one, isBuiltIn: false }))];
}
