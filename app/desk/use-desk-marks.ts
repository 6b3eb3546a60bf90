import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { useDesk } from './desk-context';
import type { OutboxEntry } from './outbox';
import { runMutation } from './run-mutation';
import { useDeskId } from './use-desk-id';

/** A mark holds for a minute. */
const RENEW_MS = 20_000;

const typed: ReadonlySet<OutboxEntry['kind']> = new Set(['note', 'question', 'draft', 'fields', 'phone']);

/** A number that grows with everything written here that is not on the server yet. */
function writtenHere(entries: readonly OutboxEntry[], callId: string, deskId: string): number {
  return entries
    .filter((one) => one.callId === callId && one.deskId === deskId && typed.has(one.kind))
    .reduce((sum, { revision }) => sum + revision, 0);
}

/**
 * Says to the others that this window has the call open, and that it is written in here; typing says so by itself.
 * Whether that was heard changes nothing for the typing.
 */
export function useDeskMarks(call: CallCard): { claim: () => void } {
  const { state, dispatch, entries, connection } = useDesk();
  const deskId = useDeskId();
  const api = useTRPC();
  const queries = useQueryClient();
  const callId = call.id;
  const isWriting = state.desks[callId]?.some((desk) => desk.deskId === deskId && desk.isWriting) ?? false;
  const isLive = connection === 'live';
  const isClaiming = useRef(false);

  const mark = async (input: { isWriting: boolean; isLeaving?: boolean }): Promise<boolean> => {
    try {
      const options = api.calls.markDesk.mutationOptions();
      const desks = await runMutation(queries, options, { callId, deskId, ...input });
      dispatch({ type: 'desks', callId, desks });
      return true;
    } catch {
      // Said again in a moment; until then the others do not see this window.
      return false;
    }
  };
  const claim = () => {
    if (isClaiming.current) return;
    isClaiming.current = true;
    void mark({ isWriting: true }).finally(() => {
      isClaiming.current = false;
    });
  };

  const renew = useEffectEvent(() => void mark({ isWriting }));
  const leave = useEffectEvent(() => void mark({ isWriting: false, isLeaving: true }));
  useEffect(() => {
    if (!isLive) return;
    renew();
    const timer = setInterval(() => renew(), RENEW_MS);
    return () => clearInterval(timer);
  }, [callId, deskId, isLive]);
  useEffect(() => {
    const hidden = () => sayGoodbye({ callId, deskId });
    window.addEventListener('pagehide', hidden);
    return () => {
      window.removeEventListener('pagehide', hidden);
      leave();
    };
  }, [callId, deskId]);

  const written = writtenHere(entries, callId, deskId);
  const before = useRef(written);
  const wrote = useEffectEvent(() => {
    if (!isWriting && isLive) claim();
  });
  useEffect(() => {
    if (written > before.current) wrote();
    before.current = written;
  }, [written]);

  return { claim };
}

/** Outlives the page. Where it does not get through the mark runs out by itself. */
function sayGoodbye(window: { callId: string; deskId: string }): void {
  const input = { ...window, isWriting: false, isLeaving: true };
  // As the API's client writes it: superjson around the input.
  const body = new Blob([JSON.stringify({ json: input })], { type: 'application/json' });
  navigator.sendBeacon('/api/trpc/calls.markDesk', body);
}
