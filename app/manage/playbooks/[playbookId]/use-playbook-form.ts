'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { errorWords, useTRPC } from '@/api/client';
import type { Playbook } from '@/domain/playbooks/model';
import { keepDraft, readKeptDraft } from './kept-draft';
import { checkPlaybook, playbookDraft, type DraftProblem, type PlaybookDraft } from './playbook-draft';

/** One's own playbook as a form: what is typed stays on this device until it is saved as the next version. */
export function usePlaybookForm(playbook: Playbook) {
  const api = useTRPC();
  const queries = useQueryClient();
  // Shown only after the playbook was loaded by the browser, so there is a device to ask.
  const [kept] = useState(() => readKeptDraft(playbook.id, playbookDraft(playbook.content)));
  const [base, setBase] = useState(kept?.version ?? playbook.version);
  const [isRestored, setIsRestored] = useState(kept !== null);
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [attempts, setAttempts] = useState(0);
  const [first] = useState(() => kept?.draft ?? playbookDraft(playbook.content));
  const form = useForm<PlaybookDraft>({ defaultValues: structuredClone(first) });
  const lastText = useRef(JSON.stringify(first));
  const { subscribe, reset, getValues } = form;

  const save = useMutation(
    api.playbooks.change.mutationOptions({
      onSuccess: (saved) => {
        setBase(saved.version);
        setIsRestored(false);
        // What was typed while it was being saved is still to be saved.
        const isSame = JSON.stringify(checkPlaybook(getValues()).content) === JSON.stringify(saved.content);
        keepDraft(playbook.id, isSame ? null : { version: saved.version, draft: getValues() });
        void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
      },
      onError: () => void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() }),
    }),
  );

  const typed = useEffectEvent((draft: PlaybookDraft) => {
    // A list that is set up writes what is there already: nobody typed that.
    const text = JSON.stringify(draft);
    if (text === lastText.current) return;
    lastText.current = text;
    keepDraft(playbook.id, { version: base, draft });
    if (problems.length > 0) setProblems(checkPlaybook(draft).problems);
    if (!save.isIdle && !save.isPending) save.reset();
  });
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => typed(values) }),
    [subscribe],
  );

  const submit = (version: number) => {
    const checked = checkPlaybook(getValues());
    setProblems(checked.problems);
    setAttempts((count) => count + 1);
    if (checked.problems.length > 0) return;
    save.mutate({ playbookId: playbook.id, version, content: checked.content });
  };
  const refused = save.isError ? errorWords(save.error) : null;
  return {
    form,
    base,
    isRestored,
    attempts,
    /** Of the fields, and of what the server refused besides. */
    problems: refused?.code === 'INVALID' ? [...refused.problems] : problems,
    refusal:
      refused !== null && refused.code !== 'INVALID' && refused.code !== 'STALE' ? refused.words : null,
    /** Somebody else saved a version that this form has not seen. */
    isBehind: !save.isPending && playbook.version > base,
    isBusy: save.isPending,
    isSaved: save.isSuccess,
    save: () => submit(base),
    /** Saves what stands here as the version after the newest. */
    saveOver: () => {
      setBase(playbook.version);
      submit(playbook.version);
    },
    /** Shows the newest version; what was typed here is given up. */
    loadNewest: () => {
      const newest = playbookDraft(playbook.content);
      lastText.current = JSON.stringify(newest);
      keepDraft(playbook.id, null);
      setBase(playbook.version);
      setIsRestored(false);
      setProblems([]);
      save.reset();
      reset(newest);
    },
  };
}
