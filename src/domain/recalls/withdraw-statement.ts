import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, HOUR } from '../../kernel/duration';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from '../briefings/announce-briefing';
import type { Briefing, BriefingContent, Language } from '../briefings/model';
import { canPublishUnreviewed } from '../briefings/policy';
import { publishContent } from '../briefings/publish-content';
import { loadBriefing, lockBriefing } from '../briefings/queries';
import { briefings, statementWithdrawals } from '../briefings/tables';
import { wordingKey } from '../briefings/wordings';
import { appendLiveEvent } from '../live/append-live-event';
import { createCallbacks } from '../promises/create-callbacks';
import { outgoingProblems } from '../wording/outgoing-check';
import { callersToCallBack, countTold } from './caller-queries';
import type { withdrawStatementInput } from './model';
import { canWithdrawStatement } from './policy';
import { recallCause } from './recall-cause';
import { loadStandingStatement, type StandingStatement } from './statement-queries';
import { recalls } from './tables';
import { withdrawnContent } from './withdrawn-content';

type Input = z.output<typeof withdrawStatementInput>;

/**
 * Takes one statement back, or corrects it: a new version is on every desk at once, the draft does not bring the old
 * words back, and whoever was told them is listed and, if wished, called back. It waits for nobody's approval; a
 * correction that the actor may not approve is marked until somebody has. Of a briefing that is over nothing is published.
 * @returns `callers`: how many were told; once a number, and calls without one each by itself
 * @throws DomainError CONFLICT when it was withdrawn already, NOT_FOUND when there is no such
 *   statement, INVALID for a deadline that has passed, a correction that changes nothing, or a never-say phrase in what callers
 *   are called back with
 */
export async function withdrawStatement(
  actor: Actor,
  input: Input,
): Promise<{ recallId: string; callers: number }> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, input.briefingId), 'briefing');
    tx.authorize(canWithdrawStatement(actor, briefing));
    const dueAt = deadline(input, tx.now);
    const statement = await loadStandingStatement(tx, briefing, input.statementId, tx.now);
    if (input.correction === statement.text) {
      throw new DomainError('INVALID', 'The correction says the same.', [
        { field: 'correction', words: 'Write what is right, or leave it empty.' },
      ]);
    }
    refuseNeverSay(briefing, input);
    refuseUnapproved(actor, briefing, input);
    const [withdrawalId, recallId] = [newId(), newId()];
    const correction = input.correction ?? null;
    const { clientId, currentVersion: version } = briefing;
    const { briefingId, statementId, reason, callBack } = input;
    await tx.db.insert(statementWithdrawals).values({
      organizationId: actor.organizationId,
      id: withdrawalId,
      clientId,
      briefingId,
      statementId,
      version,
      text: statement.text,
      correction,
      reason,
      at: tx.now,
      byId: actor.id,
      byName: actor.name,
    });
    // Nobody speaks from a briefing that is over: nothing is published, and those who were told are found all the same.
    const wordsFrom = isOver(briefing) ? null : await publishWithout(tx, briefing, statement, input);
    await tx.db.insert(recalls).values({
      organizationId: actor.organizationId,
      id: recallId,
      clientId,
      briefingId,
      withdrawalId,
      statementId,
      callBack,
      dueAt,
      createdAt: tx.now,
    });
    const said = { briefingId, statementId, text: statement.text, version };
    const { callers, withoutNumber } = await countTold(tx, said);
    if (callBack) {
      const facts = { recallId, clientId, briefingId, statementId, correction, reason, dueAt };
      await createCallbacks(tx, recallCause(facts, wordsFrom), callersToCallBack(tx, said));
    }
    await recordAudit(tx, 'statement.withdrawn', briefing, {
      statementId,
      version,
      isCorrected: correction !== null,
      recallId,
      callBack,
      callers,
      withoutNumber,
    });
    await appendLiveEvent(tx, 'recall.changed', clientId, { recallId, briefingId, clientId });
    return { recallId, callers };
  });
}

/** What goes out to callers must not say what operators must never say. */
function refuseNeverSay({ draft, published }: Briefing, { correction = '', callBack }: Input): void {
  const problems = callBack ? outgoingProblems(correction, published ?? draft, 'correction') : [];
  if (problems.length === 0) return;
  throw new DomainError('INVALID', 'This correction cannot go out to callers as it stands.', problems);
}

const isOver = ({ state }: Briefing) => state === 'resolved' || state === 'withdrawn';

/** Of a briefing that is over no words are approved any more: who may not approve, may take back but not correct. */
function refuseUnapproved(actor: Actor, briefing: Briefing, { correction }: Input): void {
  if (correction === undefined || !isOver(briefing) || canPublishUnreviewed(actor, briefing)) return;
  throw new DomainError('INVALID', 'This briefing is over, so nobody can approve new words for it.', [
    { field: 'correction', words: 'Leave it empty, or publish a new briefing with what is right.' },
  ]);
}

function deadline(input: Input, now: Date): Date {
  const dueAt = input.dueAt === undefined ? after(now, 4 * HOUR) : new Date(input.dueAt);
  if (dueAt > now) return dueAt;
  throw new DomainError('INVALID', 'That time has passed.', [
    { field: 'dueAt', words: 'Choose a time by when everyone can be called back.' },
  ]);
}

/**
 * Publishes what is in force, and after it what is yet to come into force, without the statement or with its
 * correction. @returns the language the correction stands in
 */
async function publishWithout(
  tx: WriteTx,
  briefing: Briefing,
  { text, contents }: StandingStatement,
  { statementId, correction: words }: Input,
): Promise<Language> {
  const correction = words ?? null;
  const draftRevision = await takeFromDraft(tx, briefing, [text, ...wordsIn(contents, statementId)], {
    statementId,
    correction,
  });
  const kind = canPublishUnreviewed(tx.actor, briefing) ? 'approved' : 'emergency';
  let language = briefing.draft.language;
  for (const [n, content] of contents.entries()) {
    const isNewest = n === contents.length - 1;
    const current = requireFound(await loadBriefing(tx, briefing.id), 'briefing');
    const key = wordingKey('statements', statementId, content.language);
    await publishContent(tx, current, {
      content: withdrawnContent(content, statementId, correction),
      approve: { kind, isMeant: (wording) => correction !== null && wording.key === key },
      isUnreviewed: correction !== null && kind === 'emergency',
      ...(isNewest && !briefing.hasUnpublishedChanges && { draftRevision }),
    });
    language = content.language;
  }
  await announceBriefing(tx, briefing.id);
  return language;
}

const wordsIn = (contents: readonly BriefingContent[], statementId: string) =>
  contents.flatMap(({ statements }) =>
    statements.filter(({ id }) => id === statementId).map((one) => one.text),
  );

/** The draft would say it again at its next publication; words that its author has changed already stay. */
async function takeFromDraft(
  tx: WriteTx,
  { id, draft, draftRevision }: Briefing,
  published: readonly string[],
  { statementId, correction }: { statementId: string; correction: string | null },
): Promise<number> {
  const held = draft.statements.find((item) => item.id === statementId);
  if (held === undefined || !published.includes(held.text)) return draftRevision;
  await tx.db
    .update(briefings)
    .set({ draft: withdrawnContent(draft, statementId, correction), draftRevision: draftRevision + 1 })
    .where(within(tx, briefings, eq(briefings.id, id)));
  return draftRevision + 1;
}
