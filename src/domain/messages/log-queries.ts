import { eq, inArray } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { loadLiveBriefing } from '../briefings/version-queries';
import type { CallCard } from '../calls/model';
import { loadNotes, loadTold } from '../calls/queries';
import { escalations } from '../escalations/tables';
import { deliveries } from '../notifications/tables';
import { loadCallType } from '../playbooks/queries';
import { promises } from '../promises/tables';
import type { CallLogInput } from './call-log';

/** All that the log of a call is written from. */
export async function loadLogInput(tx: ReadTx, call: CallCard): Promise<CallLogInput> {
  return {
    call,
    notes: await loadNotes(tx, call.id),
    told: await loadTold(tx, call.id),
    promises: await loadLoggedPromises(tx, call.id),
    escalations: await loadLoggedEscalations(tx, call.id),
    labels: await loadLabels(tx, call),
  };
}

/** What an operator promised in the call, in order (the ids, made by screens, tell nothing of it); at most 100. */
async function loadLoggedPromises(tx: ReadTx, callId: string): Promise<CallLogInput['promises']> {
  return tx.db
    .select({
      what: promises.what,
      owner: promises.owner,
      ownerName: promises.ownerName,
      dueAt: promises.dueAt,
      state: promises.state,
      createdByName: promises.createdByName,
      createdAt: promises.createdAt,
      endedAt: promises.endedAt,
    })
    .from(promises)
    .where(within(tx, promises, eq(promises.callId, callId), eq(promises.reason, 'call')))
    .orderBy(promises.createdAt, promises.id)
    .limit(100);
}

/** Escalations of a call, oldest first, with the names of those who were told; at most 20. */
async function loadLoggedEscalations(tx: ReadTx, callId: string): Promise<CallLogInput['escalations']> {
  const rows = await tx.db
    .select({
      id: escalations.id,
      state: escalations.state,
      startedAt: escalations.startedAt,
      startedByName: escalations.startedByName,
      acknowledgedAt: escalations.acknowledgedAt,
      acknowledgedByName: escalations.acknowledgedByName,
      resolvedAt: escalations.resolvedAt,
    })
    .from(escalations)
    .where(within(tx, escalations, eq(escalations.callId, callId)))
    .orderBy(escalations.startedAt, escalations.id)
    .limit(20);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const told = await tx.db
    .select({ causeId: deliveries.causeId, name: deliveries.recipientName })
    .from(deliveries)
    .where(within(tx, deliveries, inArray(deliveries.causeId, ids)))
    .orderBy(deliveries.id)
    .limit(200);
  return rows.map(({ id, ...row }) => ({
    ...row,
    toNames: [...new Set(told.filter(({ causeId }) => causeId === id).map(({ name }) => name))],
  }));
}

/** What the fields of the intake are called, by the briefing of the ring and by the call type. */
async function loadLabels(tx: ReadTx, call: CallCard): Promise<Record<string, string>> {
  const { briefingVersionId, callTypeId } = call;
  const briefing = briefingVersionId === null ? undefined : await loadLiveBriefing(tx, briefingVersionId);
  const callType = callTypeId === null ? undefined : await loadCallType(tx, callTypeId);
  const fields = [...(callType?.intake ?? []), ...(briefing?.content.intake ?? [])];
  return Object.fromEntries(fields.map(({ id, label }) => [id, label]));
}
