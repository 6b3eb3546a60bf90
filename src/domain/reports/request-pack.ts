import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import type { Actor } from '../../kernel/actor';
import { MINUTE } from '../../kernel/duration';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { holdBriefing, loadBriefing } from '../briefings/queries';
import { announcePack } from './announce-pack';
import { mostPacksWaiting, type PackCard, type requestPackInput } from './model';
import { countUnmadePacks, loadPack, loadUnmadePack } from './pack-queries';
import { canRequestPack } from './policy';
import { incidentPacks } from './tables';

/**
 * Asks for the hand-back of an incident as it stands now; the worker makes it. Whoever asks while one that was asked for
 * within the last minute is still being made gets that one.
 * @throws DomainError NOT_FOUND when there is no such briefing, TOO_MANY_REQUESTS when ten packs of this answering service
 *   wait already
 */
export async function requestPack(actor: Actor, input: z.output<typeof requestPackInput>): Promise<PackCard> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await loadBriefing(tx, input.briefingId), 'briefing');
    tx.authorize(canRequestPack(actor));
    await holdBriefing(tx, briefing.id);
    const packId = input.packId ?? newId();
    const sent = await loadPack(tx, packId);
    const known = sent?.briefingId === briefing.id ? sent : await loadRecent(tx, briefing.id);
    if (known !== undefined) {
      tx.noteUnrecorded();
      return known;
    }
    if ((await countUnmadePacks(tx)) >= mostPacksWaiting) {
      throw new DomainError('TOO_MANY_REQUESTS', 'Many packs are being made. Try again in a minute.');
    }
    const { clientId } = briefing;
    const [made] = await tx.db
      .insert(incidentPacks)
      .values({
        organizationId: actor.organizationId,
        id: packId,
        clientId,
        briefingId: briefing.id,
        asOf: tx.now,
        state: 'queued',
        dueAt: tx.now,
        requestedById: actor.id,
        requestedByName: actor.name,
        requestedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: incidentPacks.id });
    if (made === undefined) throw new DomainError('CONFLICT', 'This id belongs to another pack.');
    await recordAudit(tx, 'pack.requested', { id: packId, clientId }, { briefingId: briefing.id });
    await wakeEngine(tx);
    return announcePack(tx, requireRow(made).id);
  });
}

async function loadRecent(tx: WriteTx, briefingId: string): Promise<PackCard | undefined> {
  const unmade = await loadUnmadePack(tx, briefingId);
  return unmade !== undefined && tx.now.getTime() - unmade.asOf.getTime() < MINUTE ? unmade : undefined;
}
