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
import type { Briefing, BriefingContent } from '../briefings/model';
import { canPublishUnreviewed } from '../briefings/policy';
import { publishContent } from '../briefings/publish-content';
import { loadBriefing, lockBriefing } from '../briefings/queries';
import { briefings } from '../briefings/tables';
import { loadStandingContents } from '../briefings/version-queries';
import { wordingKey, type Wording } from '../briefings/wordings';
import { appendLiveEvent } from '../live/append-live-event';
import { createCallbacks } from '../promises/create-callbacks';
import { outgoingProblems } from '../wording/outgoing-check';
import type { answerQuestionInput } from './model';
import { canAnswerQuestion } from './policy';
import { callersWhoAsked, findGroup, hasOpenQuestion, lockQuestions } from './queries';
import { questions } from './tables';

type Input = z.output<typeof answerQuestionInput>;

/**
 * Answers a group of questions once: the answer is in a new version of the briefing, on every desk as soon as it is
 * approved, and who asked is called back with it. Who asks the same afterwards begins a new group.
 * @returns `callbacks`: how many are to be called back, once a number; `isApproved`: whether it may be said already
 * @throws DomainError CONFLICT when it was answered or dismissed already, when nothing of the briefing is published,
 *   or no answer fits into it any more; INVALID for a deadline that has passed, or a never-say phrase in what callers
 *   are called back with
 */
export async function answerQuestion(
  actor: Actor,
  input: Input,
): Promise<{ briefingId: string; callbacks: number; isApproved: boolean }> {
  return writeTx(actor, async (tx) => {
    const { groupId } = input;
    const { briefingId, clientId } = requireFound(await findGroup(tx, groupId), 'question');
    const briefing = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    tx.authorize(canAnswerQuestion(actor, briefing));
    await lockQuestions(tx, briefingId);
    if (!(await hasOpenQuestion(tx, groupId))) {
      throw new DomainError('CONFLICT', 'This question is answered or dismissed already.');
    }
    const dueAt = deadline(input, tx.now);
    refuseNeverSay(briefing, input);
    const { answerItemId, key, isApproved } = await publishAnswer(tx, briefing, input);
    const callbacks = input.callBack
      ? await createCallbacks(
          tx,
          {
            id: groupId,
            reason: 'question',
            clientId,
            briefingId,
            what: `They asked: “${input.question}” There is an answer now.`,
            wordingKey: key,
            dueAt,
          },
          callersWhoAsked(tx, groupId),
        )
      : 0;
    const answered = await tx.db
      .update(questions)
      .set({ state: 'answered', answerItemId, endedAt: tx.now, endedByName: actor.name })
      .where(within(tx, questions, eq(questions.groupId, groupId), eq(questions.state, 'open')))
      .returning({ id: questions.id });
    await recordAudit(
      tx,
      'question.answered',
      { id: groupId, clientId },
      { briefingId, answerItemId, questions: answered.length, callbacks, isApproved },
    );
    await appendLiveEvent(tx, 'questions.changed', clientId, { briefingId, clientId, groupId });
    return { briefingId, callbacks, isApproved };
  });
}

function deadline({ dueAt: given }: Input, now: Date): Date {
  const dueAt = given === undefined ? after(now, 4 * HOUR) : new Date(given);
  if (dueAt > now) return dueAt;
  throw new DomainError('INVALID', 'That time has passed.', [
    { field: 'dueAt', words: 'Choose a time by when everyone can be called back.' },
  ]);
}

/** What goes out to callers must not say what operators must never say. */
function refuseNeverSay({ draft, published }: Briefing, { answer, callBack }: Input): void {
  const problems = callBack ? outgoingProblems(answer, published ?? draft, 'answer') : [];
  if (problems.length === 0) return;
  throw new DomainError('INVALID', 'This answer cannot go out to callers as it stands.', problems);
}

const MOST_ANSWERS = 60;

/**
 * The answer in what operators speak from now, after it in what is published for later, and in the draft, so that its
 * author's next publication keeps it.
 */
async function publishAnswer(
  tx: WriteTx,
  briefing: Briefing,
  { question, answer }: Input,
): Promise<{ answerItemId: string; key: string; isApproved: boolean }> {
  if (briefing.state !== 'published') throw notPublished(briefing);
  const contents = await loadStandingContents(tx, briefing.id, tx.now);
  if ([...contents, briefing.draft].some(({ qa }) => qa.length >= MOST_ANSWERS)) {
    const words = `A briefing holds at most ${MOST_ANSWERS} answers. Remove one that nobody asks for, then answer this.`;
    throw new DomainError('CONFLICT', words);
  }
  const item = { id: newId(), question, answer, validUntil: null, in: {} };
  const withAnswer = (content: BriefingContent) => ({ ...content, qa: [...content.qa, item] });
  const isApproved = canPublishUnreviewed(tx.actor, briefing);
  const draftRevision = briefing.draftRevision + 1;
  const { id: submittedById, name: submittedByName } = tx.actor;
  await tx.db
    .update(briefings)
    .set({
      draft: withAnswer(briefing.draft),
      draftRevision,
      // Whose words these are: by the client's rule somebody else must approve them.
      ...(!isApproved &&
        briefing.review !== 'submitted' && { submittedAt: tx.now, submittedById, submittedByName }),
    })
    .where(within(tx, briefings, eq(briefings.id, briefing.id)));
  const isAnswer = ({ itemId }: Wording) => itemId === item.id;
  for (const [n, content] of contents.entries()) {
    const isNewest = n === contents.length - 1;
    await publishContent(tx, requireFound(await loadBriefing(tx, briefing.id), 'briefing'), {
      content: withAnswer(content),
      ...(isNewest && !briefing.hasUnpublishedChanges && { draftRevision }),
      ...(isApproved && { approve: { kind: 'approved', isMeant: isAnswer } }),
    });
  }
  await announceBriefing(tx, briefing.id);
  const [now] = contents;
  const key = wordingKey('qa', item.id, now?.language ?? briefing.draft.language);
  return { answerItemId: item.id, key, isApproved };
}

function notPublished({ state }: Briefing): DomainError {
  const words =
    state === 'draft'
      ? 'Publish the briefing first: the answer becomes part of it.'
      : `This briefing is ${state}, so nobody speaks from it. Publish a new one, or dismiss the question.`;
  return new DomainError('CONFLICT', words);
}
