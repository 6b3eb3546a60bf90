import { desc, eq, getTableColumns, gte, inArray, lt, or, ilike, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { DomainError, requireAllowed, requireFound } from '../../kernel/errors';
import type { LiveBriefing } from '../briefings/model';
import { loadLiveBriefing } from '../briefings/version-queries';
import { clients } from '../clients/tables';
import type { Playbook } from '../playbooks/model';
import { loadPlaybook } from '../playbooks/queries';
import { loadCallDesks } from './call-desk-queries';
import type { CallCard, CallDesk, listCallsInput, Note, NoteDraft, ToldStatement } from './model';
import { canReadCalls } from './policy';
import { calls, noteDrafts, notes, toldStatements } from './tables';

const { organizationId, source, providerCallId, ...callColumns } = getTableColumns(calls);

const cardColumns = {
  ...callColumns,
  clientName: clients.name,
  clientTimeZone: clients.timeZone,
  accountInfo: sql<string>`coalesce(${clients.accountInfo}, '')`,
  routineRemedies: sql<string[]>`coalesce(${clients.routineRemedies}, '[]'::jsonb)`,
  earlierCalls: sql<number>`case when ${calls.isAniValid} then (
    select count(*)::integer from calls earlier
    where earlier.organization_id = ${calls.organizationId} and earlier.ani = ${calls.ani}
      and earlier.client_id is not distinct from ${calls.clientId}
      and earlier.ring_at < ${calls.ringAt} and earlier.ring_at > ${calls.ringAt} - interval '1 day'
  ) else 0 end`,
};

function selectCards(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select(cardColumns)
    .from(calls)
    .leftJoin(
      clients,
      sql`${clients.organizationId} = ${calls.organizationId} and ${clients.clientId} = ${calls.clientId}`,
    )
    .where(within(tx, calls, ...conditions));
}

export async function loadCallCard(
  tx: ReadTx,
  callId: string,
  { isLocked = false } = {},
): Promise<CallCard | undefined> {
  const query = selectCards(tx, eq(calls.id, callId));
  const [card] = await (isLocked ? query.for('no key update', { of: calls }) : query);
  return card;
}

export type CallOwner = {
  id: string;
  clientId: string | null;
  briefingVersionId: string | null;
  closedAt: Date | null;
};

/**
 * What a write needs to know of its call, locked until the transaction ends. Not its key: a recall that makes callbacks
 * for thousands of calls refers to them without waiting for whoever writes in one of their logs.
 */
export async function loadCallOwner(tx: ReadTx, callId: string): Promise<CallOwner | undefined> {
  const [row] = await tx.db
    .select({
      id: calls.id,
      clientId: calls.clientId,
      briefingVersionId: calls.briefingVersionId,
      closedAt: calls.closedAt,
    })
    .from(calls)
    .where(within(tx, calls, eq(calls.id, callId)))
    .for('no key update');
  return row;
}

/** @throws DomainError CONFLICT when the call is closed: its log is final, corrections are new points */
export async function loadOpenCall(tx: ReadTx, callId: string): Promise<CallOwner | undefined> {
  const call = await loadCallOwner(tx, callId);
  if (call !== undefined && call.closedAt !== null) {
    throw new DomainError('CONFLICT', 'This call is closed. Add a correction to its log instead.');
  }
  return call;
}

const noteColumns = {
  id: notes.id,
  callId: notes.callId,
  kind: notes.kind,
  text: notes.text,
  at: notes.at,
  byName: notes.byName,
  correctsNoteId: notes.correctsNoteId,
};

export async function loadNote(tx: ReadTx, noteId: string): Promise<Note | undefined> {
  const [note] = await tx.db
    .select(noteColumns)
    .from(notes)
    .where(within(tx, notes, eq(notes.id, noteId)));
  return note;
}

/** The points of a call's log, in order; at most 2,000. */
export async function loadNotes(tx: ReadTx, callId: string): Promise<Note[]> {
  return tx.db
    .select(noteColumns)
    .from(notes)
    .where(within(tx, notes, eq(notes.callId, callId)))
    .orderBy(notes.at, notes.id)
    .limit(2_000);
}

export async function loadTold(tx: ReadTx, callId: string): Promise<ToldStatement[]> {
  return tx.db
    .select({
      statementId: toldStatements.statementId,
      briefingVersionId: toldStatements.briefingVersionId,
      text: toldStatements.text,
      at: toldStatements.at,
      byName: toldStatements.byName,
    })
    .from(toldStatements)
    .where(within(tx, toldStatements, eq(toldStatements.callId, callId)))
    .orderBy(toldStatements.at)
    .limit(500);
}

/** Everything the call screen shows. */
export type CallPage = {
  call: CallCard;
  notes: Note[];
  told: ToldStatement[];
  /** What this person was typing, by window, the newest first. */
  noteDrafts: NoteDraft[];
  /** The version it began with; null for a client's people where it is the service's own, which is for staff alone. */
  playbook: Playbook | null;
  /** In whose windows it is open. */
  desks: CallDesk[];
  /** The version in force at the ring. */
  briefing: LiveBriefing | null;
};

export async function getCall(actor: Actor, callId: string): Promise<CallPage> {
  requireAllowed(canReadCalls(actor));
  return readTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, callId), 'call');
    const [log, told, drafts, playbook, desks, briefing] = await Promise.all([
      loadNotes(tx, callId),
      loadTold(tx, callId),
      tx.db
        .select({ deskId: noteDrafts.deskId, text: noteDrafts.text, savedAt: noteDrafts.savedAt })
        .from(noteDrafts)
        .where(within(tx, noteDrafts, eq(noteDrafts.callId, callId), eq(noteDrafts.byId, actor.id)))
        .orderBy(desc(noteDrafts.savedAt))
        .limit(20),
      loadPlaybook(tx, call.playbookId, call.playbookVersion),
      loadCallDesks(tx, callId),
      call.briefingVersionId === null ? undefined : loadLiveBriefing(tx, call.briefingVersionId),
    ]);
    return {
      call,
      notes: log,
      told,
      noteDrafts: drafts.filter(({ text }) => text !== ''),
      playbook: playbook ?? null,
      desks,
      briefing: briefing ?? null,
    };
  });
}

/** Newest first. `q` is a part of the caller's name or number. */
export async function listCalls(
  actor: Actor,
  input: z.output<typeof listCallsInput>,
): Promise<Page<CallCard>> {
  requireAllowed(canReadCalls(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  const pattern = input.q === undefined ? undefined : `%${input.q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return readTx(actor, async (tx) => {
    const cards = await selectCards(
      tx,
      input.clientId === undefined ? undefined : eq(calls.clientId, input.clientId),
      input.briefingId === undefined ? undefined : eq(calls.briefingId, input.briefingId),
      input.from === undefined ? undefined : gte(calls.ringAt, new Date(input.from)),
      input.to === undefined ? undefined : lt(calls.ringAt, new Date(input.to)),
      pattern === undefined
        ? undefined
        : or(ilike(calls.callerName, pattern), ilike(calls.ani, pattern), ilike(calls.callerPhone, pattern)),
      beforeId === undefined ? undefined : lt(calls.id, beforeId),
    )
      .orderBy(desc(calls.id))
      .limit(input.limit + 1);
    return toPage(cards, input.limit, (last) => [last.id]);
  });
}

/** Calls that ring, oldest first, and those in or on the way into the actor's hands; at most 200 and 20. */
export async function loadDeskCalls(tx: ReadTx): Promise<{ waiting: CallCard[]; mine: CallCard[] }> {
  const waiting = await selectCards(tx, eq(calls.state, 'ringing')).orderBy(calls.ringAt).limit(200);
  const mine = await selectCards(
    tx,
    inArray(calls.state, ['live', 'wrap_up']),
    or(eq(calls.answeredById, tx.actor.id), eq(calls.handoverToId, tx.actor.id)),
  )
    .orderBy(calls.ringAt)
    .limit(20);
  return { waiting, mine };
}

/** The clients for whom the actor has closed a call, whenever that was; at most 5,000. */
export async function loadKnownClients(tx: ReadTx): Promise<string[]> {
  const rows = await tx.db
    .select({ clientId: clients.clientId })
    .from(clients)
    .where(
      within(
        tx,
        clients,
        sql`exists (select from calls known where known.organization_id = ${clients.organizationId}
          and known.answered_by_id = ${tx.actor.id} and known.client_id = ${clients.clientId}
          and known.closed_at is not null)`,
      ),
    )
    .limit(5_000);
  return rows.map(({ clientId }) => clientId);
}
