'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type Dispatch } from 'react';
import { v7 } from 'uuid';
import { errorWords, useTRPC } from '@/api/client';
import { onWake } from '@/ui/wake';
import { browserLocks } from './desk-locks';
import type { DeskAction } from './desk-reducer';
import type { OutboxEntry } from './outbox';
import { browserStorage, earlierEntries } from './outbox-storage';
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
  const [outbox] = useState(() => {
    const deskId = v7();
    const earlier = () => earlierEntries(member, deskId);
    return createOutbox({ deskId, storage: browserStorage(member), locks: browserLocks(), earlier });
  });
  const view = useSyncExternalStore(outbox.subscribe, outbox.view, emptyOutboxView);

  useEffect(() => {
    const hand = async (entry: OutboxEntry): Promise<void> => {
      const { kind, callId } = entry;
      switch (kind) {
        case 'note':
        case 'abuse': {
          const { noteId, text } = entry;
          const more =
            kind === 'abuse'
              ? { kind }
              : { kind: entry.noteKind ?? ('point' as const), correctsNoteId: entry.correctsNoteId };
          const input = { callId, noteId, text, ...more };
          const note = await runMutation(queries, api.calls.addNote.mutationOptions(), input);
          return dispatch({ type: 'log', callId, notes: [note], told: [] });
        }
        case 'question': {
          const input = { callId, noteId: entry.noteId, text: entry.text };
          const note = await runMutation(queries, api.calls.askQuestion.mutationOptions(), input);
          return dispatch({ type: 'log', callId, notes: [note], told: [] });
        }
        case 'promise': {
          const input = { callId, promiseId: entry.promiseId, ...entry.promise };
          const promise = await runMutation(queries, api.promises.create.mutationOptions(), input);
          return dispatch({ type: 'promise', promise });
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
          const { text, deskId, draftDeskId = deskId } = entry;
          // '' is how the server names a window that did not say which it was.
          const input = { callId, text, ...(draftDeskId !== '' && { deskId: draftDeskId }) };
          await runMutation(queries, api.calls.saveNoteDraft.mutationOptions(), input);
          return;
        }
        case 'reading': {
          const { briefingId, versionId, version } = entry;
          await runMutation(queries, api.briefings.confirm.mutationOptions(), { versionId });
          return dispatch({ type: 'read', briefingId, version });
        }
        case 'kept': {
          const { promiseId, evidence } = entry;
          const promise = await runMutation(queries, api.promises.keep.mutationOptions(), {
            promiseId,
            evidence,
          });
          return dispatch({ type: 'promise', promise });
        }
        case 'try': {
          const { callbackId, tryId, outcome, note, inCallId } = entry;
          const input = {
            callbackId,
            tryId,
            outcome,
            note,
            ...(inCallId !== undefined && { callId: inCallId }),
          };
          const callback = await runMutation(queries, api.callbacks.recordTry.mutationOptions(), input);
          return dispatch({ type: 'callback', callback });
        }
      }
    };
    outbox.sendWith((entry) => hand(entry).then(accepted, judge));
  }, [api, dispatch, outbox, queries]);

  useEffect(() => {
    const stop = outbox.start();
    const leave = (event: BeforeUnloadEvent) => {
      if (outbox.isAtRisk()) event.preventDefault();
    };
    window.addEventListener('online', outbox.retry);
    window.addEventListener('beforeunload', leave);
    const stopWaking = onWake(outbox.retry);
    return () => {
      stop();
      window.removeEventListener('online', outbox.retry);
      window.removeEventListener('beforeunload', leave);
      stopWaking();
    };
  }, [outbox]);

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
