import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { loadBriefing } from '../briefings/queries';
import type { IncidentCall } from './incident-call';
import type { listPacksInput, PackCard } from './model';
import type { PackContent } from './pack-content';
import { canReadIncidents } from './policy';
import { incidentPackFiles, incidentPacks } from './tables';

const {
  id,
  clientId,
  briefingId,
  asOf,
  state,
  progress,
  tries,
  failure,
  calls,
  pages,
  requestedByName,
  requestedAt,
  readyAt,
} = incidentPacks;

const cardColumns = {
  id,
  clientId,
  briefingId,
  asOf,
  state,
  progress,
  tries,
  failure,
  calls,
  pages,
  requestedByName,
  requestedAt,
  readyAt,
};

function selectPacks(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select(cardColumns)
    .from(incidentPacks)
    .where(within(tx, incidentPacks, ...conditions));
}

export async function loadPack(tx: ReadTx, packId: string): Promise<PackCard | undefined> {
  const [card] = await selectPacks(tx, eq(id, packId));
  return card;
}

/** The newest pack of an incident that is being made or waits to be. */
export async function loadUnmadePack(tx: ReadTx, ofBriefing: string): Promise<PackCard | undefined> {
  const [card] = await selectPacks(tx, eq(briefingId, ofBriefing), sql`${state} in ('queued', 'running')`)
    .orderBy(desc(id))
    .limit(1);
  return card;
}

/** How many packs of the answering service wait or are being made. */
export async function countUnmadePacks(tx: ReadTx): Promise<number> {
  return tx.db.$count(
    incidentPacks,
    and(eq(incidentPacks.organizationId, tx.actor.organizationId), sql`${incidentPacks.dueAt} is not null`),
  );
}

export async function getPack(actor: Actor, packId: string): Promise<PackCard> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx) => requireFound(await loadPack(tx, packId), 'pack'));
}

/** The packs of an incident, newest first. */
export async function listPacks(
  actor: Actor,
  input: z.output<typeof listPacksInput>,
): Promise<Page<PackCard>> {
  requireAllowed(canReadIncidents(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    requireFound(await loadBriefing(tx, input.briefingId), 'briefing');
    const rows = await selectPacks(
      tx,
      eq(briefingId, input.briefingId),
      beforeId === undefined ? undefined : lt(id, beforeId),
    )
      .orderBy(desc(id))
      .limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.id]);
  });
}

/**
 * The printed pack of an incident.
 * @throws DomainError NOT_FOUND when there is no such pack, or it is not made
 */
export async function getPackFile(actor: Actor, packId: string): Promise<{ pdf: Buffer; headline: string }> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx) => {
    const [row] = await tx.db
      .select({
        pdf: incidentPackFiles.pdf,
        headline: sql<string>`${incidentPacks.content}->>'headline'`,
      })
      .from(incidentPackFiles)
      .innerJoin(
        incidentPacks,
        and(
          eq(incidentPacks.organizationId, incidentPackFiles.organizationId),
          eq(incidentPacks.id, incidentPackFiles.packId),
        ),
      )
      .where(within(tx, incidentPackFiles, eq(incidentPackFiles.packId, packId)));
    return requireFound(row, 'pack');
  });
}

type PackSummary = Omit<PackContent, 'calls'>;

/**
 * What a pack says besides its calls.
 * @throws DomainError NOT_FOUND when there is no such pack, or it is not made
 */
export async function getPackSummary(actor: Actor, packId: string): Promise<PackSummary> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx) => {
    const [row] = await tx.db
      .select({ summary: sql<PackSummary>`${incidentPacks.content} - 'calls'` })
      .from(incidentPacks)
      .where(within(tx, incidentPacks, eq(id, packId), eq(state, 'ready')));
    return requireFound(row, 'pack').summary;
  });
}

/** The calls of a pack from one place of the list on. @param limit some hundreds */
export async function listPackCalls(
  actor: Actor,
  packId: string,
  from: number,
  limit: number,
): Promise<IncidentCall[]> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx) => {
    const [row] = await tx.db
      .select({
        calls: sql<IncidentCall[]>`jsonb_path_query_array(${incidentPacks.content},
          ('$.calls[' || ${from}::integer || ' to ' || ${from + limit - 1}::integer || ']')::jsonpath)`,
      })
      .from(incidentPacks)
      .where(within(tx, incidentPacks, eq(id, packId), eq(state, 'ready')));
    return requireFound(row, 'pack').calls;
  });
}
