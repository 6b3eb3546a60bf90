'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { checkDraft, problemsBeforePublishing, type DraftProblem } from './draft-problems';
import { withoutEmptyTranslations } from './translations';
import { useDraft } from './use-draft';

/**
 * The draft as a form: everything typed saves itself, and what stands in the way of publishing is told when asked.
 * @param onTyped stays the same between renders
 */
export function useBriefingForm(briefing: Briefing, onTyped: () => void) {
  const draft = useDraft(briefing);
  const { first, saver, revision } = draft;
  const form = useForm<BriefingContent>({ defaultValues: structuredClone(first) });
  const [attempts, setAttempts] = useState(0);
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const lastText = useRef(JSON.stringify(withoutEmptyTranslations(first)));

  const typed = useEffectEvent((values: BriefingContent) => {
    // A field that appears writes its empty text into the form: nobody typed that.
    const content = withoutEmptyTranslations(values);
    const text = JSON.stringify(content);
    if (text === lastText.current) return;
    lastText.current = text;
    onTyped();
    saver.changed(structuredClone(content));
    if (problems.length > 0) setProblems(problemsBeforePublishing(content));
  });
  const { subscribe, reset } = form;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => typed(values) }),
    [subscribe],
  );

  const readMine = () => checkDraft(withoutEmptyTranslations(form.getValues())).content;
  const show = useCallback(
    (content: BriefingContent) => {
      lastText.current = JSON.stringify(withoutEmptyTranslations(content));
      reset(structuredClone(content));
      setProblems([]);
    },
    [reset],
  );
  /** Puts another content on the screen, to be saved like everything typed. */
  const replace = useCallback(
    (content: BriefingContent) => {
      show(content);
      onTyped();
      saver.changed(structuredClone(content));
    },
    [show, onTyped, saver],
  );
  return {
    ...draft,
    form,
    problems,
    attempts,
    readMine,
    /** Goes on from what the server has now; with `isMine` the content is then saved over it. */
    take: (content: BriefingContent, isMine: boolean, from: Briefing = briefing) => {
      show(content);
      const newest = Math.max(from.draftRevision, revision);
      saver.rebase(newest, from.draft, isMine ? structuredClone(content) : null);
    },
    replace,
    /** What is ready to be shown to others and saved; null where something is in the way, which is then told. */
    ready: async (): Promise<BriefingContent | null> => {
      const found = problemsBeforePublishing(readMine());
      setProblems(found);
      setAttempts((count) => count + 1);
      if (found.length > 0) return null;
      return (await saver.flush()) ? readMine() : null;
    },
  };
}
