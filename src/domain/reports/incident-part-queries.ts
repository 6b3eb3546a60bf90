import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { briefingVersions } from '../briefings/tables';
import { notes, toldStatements } from '../calls/tables';
import { escalations } from '../escalations/tables';
import { callTypes } from '../playbooks/tables';
import { promises } from '../promises/tables';
import type { PromiseState } from '../promises/model';
import { questions } from '../questions/tables';
import { callerUpdates } from '../updates/tables';
import type { CallFacts, CorrectionState, ToldLine } from './incident-call';
import type { StatementWords } from './incident-figures';
import type { TakenBack } from './taken-back';

/** What the calls of one incident are read with. */
export type IncidentContext = {
  briefingId: string;
  takenBack: readonly TakenBack[];
  statements: readonly StatementWords[];
};

type CallRow = {
  id: string;
  briefingId: string | null;
  briefingVersionId: string | null;
  callTypeId: string | null;
  phone: string | null;
  intake: Record<string, string>;
};

type Parts = Pick<
  CallFacts,
  'notes' | 'told' | 'questions' | 'promises' | 'escalations' | 'update' | 'intake'
>;

/**
 * What hangs on these calls, one question a kind. Of a call that belongs to another briefing only what concerns this one.
 * @returns a reader of one call's parts
 */
export async function loadPartsOfCalls(
  tx: ReadTx,
  context: IncidentContext,
  rows: readonly CallRow[],
): Promise<(call: CallRow) => Parts> {
  const ids = rows.map(({ id }) => id);
  const [noteRows, told, asked, promised, escalated, updates, labels, states] = await Promise.all([
    loadNotes(tx, ids),
    loadTold(tx, context.briefingId, ids),
    loadQuestions(tx, context.briefingId, ids),
    loadPromises(tx, ids),
    loadEscalations(tx, ids),
    loadUpdates(tx, ids),
    loadLabels(tx, rows),
    loadCorrections(tx, context, rows),
  ]);
  const questionIds = new Set(asked.map(({ id }) => id));
  const by = {
    notes: grouped(noteRows),
    told: grouped(told),
    asked: grouped(asked),
    promised: grouped(promised),
    escalated: grouped(escalated),
    updates: grouped(updates),
  };
  return (call) => {
    const isOwn = call.briefingId === null || call.briefingId === context.briefingId;
    const of = <Row>(rowsOf: ReadonlyMap<string, Row[]>): Row[] => rowsOf.get(call.id) ?? [];
    return {
      // A question that waits for the client, or has its answer, is told among the questions.
      notes: of(by.notes).flatMap(({ id, callId: _, at, ...note }) =>
        questionIds.has(id) ? [] : [{ ...note, at: at.toISOString() }],
      ),
      told: of(by.told).map(({ callId: _, at, ...line }) => ({
        ...line,
        at: at.toISOString(),
        recall: recallOf(context, line, call.phone, states),
      })),
      questions: of(by.asked).map(({ callId: _, ...question }) => question),
      promises: of(by.promised)
        .filter(({ briefingId }) => briefingId === context.briefingId || (briefingId === null && isOwn))
        .map(({ callId: _, briefingId: __, dueAt, endedAt, ...promise }) => ({
          ...promise,
          dueAt: dueAt.toISOString(),
          endedAt: endedAt?.toISOString() ?? null,
        })),
      escalations: (isOwn ? of(by.escalated) : []).map(
        ({ callId: _, startedAt, acknowledgedAt, resolvedAt, ...escalation }) => ({
          ...escalation,
          startedAt: startedAt.toISOString(),
          acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
          resolvedAt: resolvedAt?.toISOString() ?? null,
        }),
      ),
      update: updateOf(isOwn ? of(by.updates)[0] : undefined),
      intake: Object.entries(call.intake).flatMap(([id, answer]) =>
        answer === '' ? [] : [{ label: labels.get(id) ?? id, answer }],
      ),
    };
  };
}

function grouped<Row extends { callId: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.callId === null) continue;
    const own = found.get(row.callId);
    if (own === undefined) found.set(row.callId, [row]);
    else own.push(row);
  }
  return found;
}

type Update = {
  channel: NonNullable<Parts['update']>['channel'];
  state: NonNullable<Parts['update']>['state'];
};

function updateOf(row: (Update & { toldAt: Date | null }) | undefined): Parts['update'] {
  return row === undefined
    ? null
    : { channel: row.channel, state: row.state, toldAt: row.toldAt?.toISOString() ?? null };
}

/** Whether these words were taken back since, and whether this caller knows. */
function recallOf(
  { takenBack, statements }: IncidentContext,
  told: Pick<ToldLine, 'statementId' | 'version' | 'text'>,
  phone: string | null,
  states: ReadonlyMap<string, PromiseState>,
): ToldLine['recall'] {
  const words = statements.find(
    ({ statementId, version }) => statementId === told.statementId && version === told.version,
  )?.text;
  const recall = takenBack.find(
    ({ statementId, version, text }) =>
      statementId === told.statementId && told.version <= version && (text === words || text === told.text),
  );
  if (recall === undefined) return null;
  return { id: recall.id, state: stateOf(recall, phone, states) };
}

function stateOf(
  recall: { id: string; callBack: boolean },
  phone: string | null,
  states: ReadonlyMap<string, PromiseState>,
): CorrectionState {
  const state = phone === null ? undefined : states.get(`${recall.id} ${phone}`);
  if (state !== undefined) return state;
  if (!recall.callBack) return 'not_called';
  return phone === null ? 'no_number' : 'not_called';
}

/** The callbacks of the recalls to these callers: one a recall and number. */
async function loadCorrections(
  tx: ReadTx,
  { takenBack }: IncidentContext,
  rows: readonly CallRow[],
): Promise<Map<string, PromiseState>> {
  const phones = rows.flatMap(({ phone }) => phone ?? []);
  if (takenBack.length === 0 || phones.length === 0) return new Map();
  const found = await tx.db
    .select({ causeId: promises.causeId, phone: promises.callerPhone, state: promises.state })
    .from(promises)
    .where(
      within(
        tx,
        promises,
        inArray(
          promises.causeId,
          takenBack.map(({ id }) => id),
        ),
        inArray(promises.callerPhone, [...new Set(phones)]),
      ),
    );
  return new Map(found.map(({ causeId, phone, state }) => [`${causeId} ${phone ?? ''}`, state]));
}

function loadNotes(tx: ReadTx, ids: readonly string[]) {
  const { id, callId, kind, text, at, byName } = notes;
  return tx.db
    .select({ id, callId, kind, text, at, byName })
    .from(notes)
    .where(within(tx, notes, inArray(callId, [...ids])))
    .orderBy(asc(at), asc(id));
}

function loadTold(tx: ReadTx, briefingId: string, ids: readonly string[]) {
  const { callId, statementId, language, text, at, byName, isAfterWithdrawal } = toldStatements;
  return tx.db
    .select({
      callId,
      statementId,
      version: briefingVersions.version,
      language,
      text,
      at,
      byName,
      isAfterWithdrawal,
    })
    .from(toldStatements)
    .innerJoin(
      briefingVersions,
      and(
        eq(briefingVersions.organizationId, toldStatements.organizationId),
        eq(briefingVersions.id, toldStatements.briefingVersionId),
      ),
    )
    .where(within(tx, toldStatements, eq(toldStatements.briefingId, briefingId), inArray(callId, [...ids])))
    .orderBy(asc(at), asc(briefingVersions.version), asc(statementId));
}

function loadQuestions(tx: ReadTx, briefingId: string, ids: readonly string[]) {
  const { id, callId, text, state } = questions;
  return tx.db
    .select({ id, callId, text, state })
    .from(questions)
    .where(within(tx, questions, eq(questions.briefingId, briefingId), inArray(callId, [...ids])))
    .orderBy(asc(questions.askedAt), asc(id));
}

function loadPromises(tx: ReadTx, ids: readonly string[]) {
  const { callerPhone: phone, ownerName, dueAt, ...columns } = promises;
  const { id, callId, briefingId, kind, reason, causeId, what, owner, state, tries, endedAt, evidence } =
    columns;
  const named = { id, callId, briefingId, kind, reason, causeId, what, owner, ownerName, phone };
  return tx.db
    .select({ ...named, dueAt, state, tries, endedAt, evidence })
    .from(promises)
    .where(within(tx, promises, inArray(callId, [...ids])))
    .orderBy(asc(promises.createdAt), asc(id));
}

function loadEscalations(tx: ReadTx, ids: readonly string[]) {
  const { id, callId, urgency, state, summary, startedAt, acknowledgedAt, acknowledgedByName, resolvedAt } =
    escalations;
  return tx.db
    .select({
      id,
      callId,
      urgency,
      state,
      summary,
      startedAt,
      acknowledgedAt,
      acknowledgedByName,
      resolvedAt,
    })
    .from(escalations)
    .where(within(tx, escalations, inArray(callId, [...ids])))
    .orderBy(asc(startedAt), asc(id));
}

function loadUpdates(tx: ReadTx, ids: readonly string[]) {
  const { callId, channel, state, toldAt } = callerUpdates;
  return tx.db
    .select({ callId, channel, state, toldAt })
    .from(callerUpdates)
    .where(within(tx, callerUpdates, inArray(callId, [...ids]), ne(state, 'cancelled')));
}

/** What the fields of the intake are called, by the briefings of the rings and by the call types. */
async function loadLabels(tx: ReadTx, rows: readonly CallRow[]): Promise<Map<string, string>> {
  const once = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
  const versionIds = once(rows.map(({ briefingVersionId }) => briefingVersionId));
  const typeIds = once(rows.map(({ callTypeId }) => callTypeId));
  const [versions, types] = await Promise.all([
    versionIds.length === 0
      ? []
      : tx.db
          .select({ content: briefingVersions.content })
          .from(briefingVersions)
          .where(within(tx, briefingVersions, inArray(briefingVersions.id, versionIds))),
    typeIds.length === 0
      ? []
      : tx.db
          .select({ intake: callTypes.intake })
          .from(callTypes)
          .where(within(tx, callTypes, inArray(callTypes.id, typeIds))),
  ]);
  const fields = [...types, ...versions.map(({ content }) => content)].flatMap(({ intake }) => intake);
  return new Map(fields.map(({ id, label }) => [id, label]));
}
