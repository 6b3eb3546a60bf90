import { z } from 'zod';

/** `answered`: in a published version, whose words may still await approval. */
export const questionStates = ['open', 'answered', 'dismissed'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Questions that mean the same, in their callers' words. */
export type QuestionGroup = {
  groupId: string;
  briefingId: string;
  clientId: string;
  clientName: string;
  headline: string;
  /** The newest first; at most 20 of them. */
  texts: string[];
  /** Of those, in the same order: what moves a question to another group. */
  questionIds: string[];
  count: number;
  callers: number;
  firstAskedAt: Date;
  lastAskedAt: Date;
  state: QuestionState;
};

/**
 * From so much likeness on (SQL function `likeness`, 0 to 1) two questions of a briefing mean the same. Measured on 89
 * questions as operators write them, of four incidents: of fifty pairs in one group one does not belong there, and of
 * three pairs that mean the same two are in one group; at 0.4 one pair of five does not belong. A question that stands
 * apart costs its author a second answer, one joined wrongly gives a caller the answer to something else: rather apart.
 */
export const sameQuestion = 0.45;

export const askQuestionInput = z.strictObject({
  callId: z.uuid(),
  text: z.string().trim().min(1, 'Write the question in the caller’s words.').max(2_000),
  /** Made by the screen, so that a retry of the same question makes no double. */
  noteId: z.uuid().optional(),
});

export const listQuestionGroupsInput = z.strictObject({
  briefingId: z.uuid().optional(),
  clientId: z.uuid().optional(),
  state: z.enum(questionStates).default('open'),
});

export const answerQuestionInput = z.strictObject({
  groupId: z.uuid(),
  question: z.string().trim().min(1, 'Write the question as operators shall find it.').max(600),
  answer: z.string().trim().min(1, 'Write the answer.').max(4_000, 'Keep the answer under 4,000 characters.'),
  /** Whether those who asked are called back. */
  callBack: z.boolean().default(true),
  dueAt: z.iso.datetime({ offset: true }).optional(),
});

export const dismissQuestionInput = z.strictObject({ groupId: z.uuid() });

export const moveQuestionInput = z.strictObject({ questionId: z.uuid(), groupId: z.uuid().nullable() });
