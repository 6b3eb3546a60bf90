'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Callback } from '@/domain/promises/model';
import { useDesk } from './desk-context';
import { runMutation } from './run-mutation';

/** The server keeps a claim for a quarter of an hour; a call may last longer. */
const RENEW_MS = 5 * 60_000;

export type Claim =
  | { kind: 'asking' }
  | { kind: 'mine'; callback: Callback }
  | { kind: 'refused'; words: string }
  | { kind: 'unknown'; words: string };

/**
 * Takes a callback on opening, so that no colleague calls the same person, and gives it back on leaving. What is kept
 * after an outcome is the server's to decide. `refused`: somebody else has it, or it is done.
 */
export function useClaim(callbackId: string): { claim: Claim; retry: () => void; keep: () => void } {
  const { dispatch } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const [claim, setClaim] = useState<Claim>({ kind: 'asking' });
  /** One request after the other: a release must not overtake the claim that it takes back. */
  const last = useRef(Promise.resolve());
  const isToRelease = useRef(false);

  const take = useEffectEvent(async () => {
    try {
      const callback = await runMutation(queries, api.callbacks.claim.mutationOptions(), { callbackId });
      dispatch({ type: 'callback', callback });
      isToRelease.current = true;
      setClaim({ kind: 'mine', callback });
    } catch (error) {
      const { words, code } = errorWords(error);
      const isAnswered = code !== null && code !== 'UNAVAILABLE' && code !== 'INTERNAL';
      const failed = { kind: isAnswered ? ('refused' as const) : ('unknown' as const), words };
      // A claim that could not be renewed holds for a while yet, and the caller is perhaps on the line.
      setClaim((before) => (before.kind === 'mine' && !isAnswered ? before : failed));
    }
  });
  const giveBack = useEffectEvent(async () => {
    if (!isToRelease.current) return;
    isToRelease.current = false;
    try {
      const callback = await runMutation(queries, api.callbacks.release.mutationOptions(), { callbackId });
      dispatch({ type: 'callback', callback });
    } catch (error) {
      // The server gives it to the next one by itself after a while; there is nobody here any more to be told.
      console.warn('The callback could not be given back.', errorWords(error).words);
    }
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const ask = () => {
      last.current = last.current.then(() => take());
    };
    ask();
    const renewal = setInterval(ask, RENEW_MS);
    return () => {
      clearInterval(renewal);
      last.current = last.current.then(() => giveBack());
    };
  }, [callbackId, attempt]);

  const keep = useCallback(() => {
    isToRelease.current = false;
  }, []);
  const retry = () => {
    setClaim({ kind: 'asking' });
    setAttempt((count) => count + 1);
  };
  return { claim, retry, keep };
}
