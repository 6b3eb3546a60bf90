import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { dismissQuestionInput } from './model';
import { canAnswerQuestion } from './policy';
import { findGroup, lockQuestions } from './queries';
import { questions } from './tables';

/** A group that needs no answer. Who asks the same again begins a new one. */
export async function dismissQuestion(
  actor: Actor,
  { groupId }: z.output<typeof dismissQuestionInput>,
): Promise<{ groupId: string }> {
  return writeTx(actor, async (tx) => {
    const group = requireFound(await findGroup(tx, groupId), 'question');
    tx.authorize(canAnswerQuestion(actor, group));
    await lockQuestions(tx, group.briefingId);
    const dismissed = await tx.db
      .update(questions)
      .set({ state: 'dismissed', endedAt: tx.now, endedByName: actor.name })
      .where(within(tx, questions, eq(questions.groupId, groupId), eq(questions.state, 'open')))
      .returning({ id: questions.id });
    if (dismissed.length === 0) {
      tx.noteUnrecorded();
      return { groupId };
    }
    const { briefingId, clientId } = group;
    await recordAudit(
      tx,
      'question.dismissed',
      { id: groupId, clientId },
      { briefingId, questions: dismissed.length },
    );
    await appendLiveEvent(tx, 'questions.changed', clientId, { briefingId, clientId, groupId });
    return { groupId };
  });
}
