'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTRPC } from '@/api/client';
import type { QuestionGroup } from '@/domain/questions/model';
import { Button } from '@/ui/button';
import { Choice, Field, TextArea } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { Sheet } from '@/ui/sheet';
import { WordingHints } from '@/ui/wording-hints';
import { wordingRules } from '@/ui/wording-rules';
import { ZonedTimeField } from '@/ui/zoned-time-field';
import { AnsweredWords } from './answered-words';

export type AnswerDraft = { question: string; answer: string; callBack: boolean; dueAt: string | null };

export type AnswerSheetProps = {
  group: QuestionGroup;
  /** What was typed for it before. */
  draft: AnswerDraft | undefined;
  onDraft: (draft: AnswerDraft) => void;
  onClose: () => void;
};

/** One answer for everybody who asked: into the briefing, and back to those callers. */
export function AnswerSheet({ group, draft, onDraft, onClose }: AnswerSheetProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const answerBox = useRef<HTMLTextAreaElement>(null);
  const [first] = useState<AnswerDraft>({
    question: group.texts[0] ?? '',
    answer: '',
    callBack: true,
    dueAt: null,
  });
  const { question, answer, callBack, dueAt } = draft ?? first;
  const change = (part: Partial<AnswerDraft>) => onDraft({ ...(draft ?? first), ...part });
  const briefing = useQuery(api.briefings.get.queryOptions({ briefingId: group.briefingId }));
  const client = useQuery(api.clients.get.queryOptions({ clientId: group.clientId }));
  const content = briefing.data?.published ?? briefing.data?.draft;
  const rules = useMemo(
    () =>
      content
        ? wordingRules(content, content.language)
        : wordingRules({ neverSay: [], assurances: [] }, 'en'),
    [content],
  );
  const send = useMutation(
    api.questions.answer.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.questions.groups.pathKey() });
        void queries.invalidateQueries({ queryKey: api.briefings.pathKey() });
      },
    }),
  );
  const problems = formProblems(send.error, ['question', 'answer', 'dueAt']);
  const callers = group.callers === 1 ? 'the caller' : `the ${group.callers} callers`;

  if (send.data) {
    return (
      <Sheet
        isOpen
        onOpenChange={onClose}
        title="Answered"
        footer={
          <Button variant="primary" size="call" onClick={onClose}>
            Done
          </Button>
        }
      >
        <AnsweredWords answered={send.data} isCallingBack={callBack} />
      </Sheet>
    );
  }
  return (
    <Sheet
      isOpen
      onOpenChange={onClose}
      title="Answer a question"
      description={group.headline}
      initialFocus={answerBox}
    >
      <form
        noValidate
        className="flex flex-col gap-4 max-sm:[&_input]:text-base max-sm:[&_textarea]:text-base"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate({
            groupId: group.groupId,
            question: question.trim(),
            answer: answer.trim(),
            callBack,
            ...(callBack && dueAt !== null ? { dueAt } : {}),
          });
        }}
      >
        <Field
          label="Question"
          hint="As operators shall find it while a caller talks."
          error={problems.of('question')}
        >
          <TextArea
            rows={2}
            maxLength={600}
            className="field-sizing-content max-h-48 min-h-14 resize-none"
            value={question}
            onChange={(event) => change({ question: event.target.value })}
          />
        </Field>
        <div className="flex flex-col gap-2">
          <Field label="Answer" hint="As operators say it, word for word." error={problems.of('answer')}>
            <TextArea
              ref={answerBox}
              rows={4}
              maxLength={4_000}
              className="field-sizing-content max-h-80 min-h-24 resize-none"
              value={answer}
              onChange={(event) => change({ answer: event.target.value })}
            />
          </Field>
          <WordingHints text={answer} rules={rules} />
        </div>
        <div className="flex flex-col gap-3">
          <Choice
            type="checkbox"
            label={`Call back ${callers} who asked`}
            hint="Whoever left no number cannot be called."
            checked={callBack}
            onChange={(event) => change({ callBack: event.target.checked })}
          />
          {callBack && client.data ? (
            <ZonedTimeField
              label="Call back by"
              hint="Empty: within four hours."
              isOptional
              zone={client.data.timeZone}
              value={dueAt}
              onChange={(instant) => change({ dueAt: instant })}
              error={problems.of('dueAt')}
            />
          ) : null}
        </div>
        <FormFoot submitWords="Answer" isBusy={send.isPending} problem={problems.words}>
          <Button onClick={onClose}>Not now</Button>
        </FormFoot>
      </form>
    </Sheet>
  );
}
