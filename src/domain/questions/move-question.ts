import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { moveQuestionInput } from './model';
import { canAnswerQuestion } from './policy';
import { findGroup, hasOpenQuestion, loadQuestion, lockQuestions } from './queries';
import { questions } from './tables';

/**
 * Puts one open question into another group of the same briefing, or (null) into one of its own.
 * @throws DomainError CONFLICT when the question or the group was answered or dismissed meanwhile
 */
export async function moveQuestion(
  actor: Actor,
  input: z.output<typeof moveQuestionInput>,
): Promise<{ groupId: string }> {
  return writeTx(actor, async (tx) => {
    const { briefingId } = requireFound(await loadQuestion(tx, input.questionId), 'question');
    await lockQuestions(tx, briefingId);
    const question = requireFound(await loadQuestion(tx, input.questionId), 'question');
    tx.authorize(canAnswerQuestion(actor, question));
    if (question.state !== 'open') throw new DomainError('CONFLICT', `This question is ${question.state}.`);
    if (input.groupId !== null) await requireOpenGroup(tx, input.groupId, briefingId);
    if (input.groupId === question.groupId) {
      tx.noteUnrecorded();
      return { groupId: question.groupId };
    }
    // An id that no group had yet: the group that it leaves may go by this question's own.
    const groupId = input.groupId ?? newId();
    await tx.db
      .update(questions)
      .set({ groupId })
      .where(within(tx, questions, eq(questions.id, question.id)));
    const { clientId } = question;
    await recordAudit(
      tx,
      'question.moved',
      { id: question.id, clientId },
      { from: question.groupId, groupId },
    );
    await appendLiveEvent(tx, 'questions.changed', clientId, { briefingId, clientId, groupId });
    return { groupId };
  });
}

async function requireOpenGroup(tx: WriteTx, groupId: string, briefingId: string): Promise<void> {
  const group = requireFound(await findGroup(tx, groupId), 'question');
  if (group.briefingId !== briefingId) {
    throw new DomainError('INVALID', 'That question belongs to another briefing.');
  }
  if (!(await hasOpenQuestion(tx, groupId))) {
    throw new DomainError('CONFLICT', 'Those questions are answered or dismissed already.');
  }
}
