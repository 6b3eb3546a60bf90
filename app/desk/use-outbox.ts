'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type Dispatch } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { DeskAction } from './desk-reducer';
import type { OutboxEntry } from './outbox';
import { createOutbox, emptyOutboxView, type Outbox, type OutboxView, type Verdict } from './outbox-sender';
import { runMutation } from './run-mutation';

/** Failures that another attempt can mend; with any other the server has said no. */
const passing = new Set(['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'UNAUTHENTICATED']);

/** The outbox of this member, wired to the server: what is accepted goes into the desk's state at once. */
export function useOutbox(
  member: string,
  dispatch: Dispatch<DeskAction>,
): { outbox: Outbox; view: OutboxView } {
  const api = useTRPC();
  const queries = useQueryClient();
  const [outbox] = useState(() => createOutbox(member));
  const view = useSyncExternalStore(outbox.subscribe, outbox.view, emptyOutboxView);

  useEffect(() => {
    const hand = async (entry: OutboxEntry): Promise<void> => {
      const { kind, callId } = entry;
      switch (kind) {
        case 'note': {
          const input = { callId, noteId: entry.noteId, text: entry.text, kind: 'point' as const };
          const note = await runMutation(queries, api.calls.addNote.mutationOptions(), input);
          return dispatch({ type: 'log', callId, notes: [note], told: [] });
        }
        case 'question': {
          const input = { callId, noteId: entry.noteId, text: entry.text };
          const note = await runMutation(queries, api.calls.askQuestion.mutationOptions(), input);
          return dispatch({ type: 'log', callId, notes: [note], told: [] });
        }
        case 'told': {
          const { statementIds, briefingVersionId, language } = entry;
          const input = { callId, statementIds, briefingVersionId, language };
          const told = await runMutation(queries, api.calls.tellStatements.mutationOptions(), input);
          return dispatch({ type: 'log', callId, notes: [], told });
        }
        case 'readBack': {
          const input = { callId, resolution: entry.resolution };
          const call = await runMutation(queries, api.calls.readBack.mutationOptions(), input);
          return dispatch({ type: 'call', call });
        }
        case 'fields': {
          const input = { callId, ...entry.fields };
          const call = await runMutation(queries, api.calls.update.mutationOptions(), input);
          return dispatch({ type: 'call', call });
        }
        case 'phone': {
          const input = { callId, callerPhone: entry.phone };
          const call = await runMutation(queries, api.calls.update.mutationOptions(), input);
          return dispatch({ type: 'call', call });
        }
        case 'draft': {
          const { text } = entry;
          await runMutation(queries, api.calls.saveNoteDraft.mutationOptions(), { callId, text });
          queries.setQueryData(
            api.calls.get.queryKey({ callId }),
            (detail) => detail && { ...detail, noteDraft: text },
          );
          return;
        }
        case 'reading': {
          const { briefingId, versionId, version } = entry;
          await runMutation(queries, api.briefings.confirm.mutationOptions(), { versionId });
          return dispatch({ type: 'read', briefingId, version });
        }
        case 'try': {
          const { callbackId, tryId, outcome, note } = entry;
          const input = { callbackId, tryId, outcome, note };
          const callback = await runMutation(queries, api.callbacks.recordTry.mutationOptions(), input);
          return dispatch({ type: 'callback', callback });
        }
      }
    };
    outbox.sendWith((entry) => hand(entry).then(accepted, judge));
  }, [api, dispatch, outbox, queries]);

  const isAtRisk = !view.isStored && view.entries.length > 0;
  useEffect(() => {
    if (!isAtRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isAtRisk]);

  return { outbox, view };
}

const accepted = (): Verdict => ({ kind: 'accepted' });

function judge(error: unknown): Verdict {
  const { code, words, problems } = errorWords(error);
  if (code === null) return { kind: 'later', isReachable: false };
  return passing.has(code)
    ? { kind: 'later', isReachable: true }
    : { kind: 'refused', words: [words, ...problems.map((problem) => problem.words)].join(' ') };
}
