'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import type { Playbook } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { CallScreen } from './call-screen';
import { useDesk } from './desk-context';
import { playbookOf } from './desk-selectors';
import { playbookKey } from './desk-state';
import { PastCall } from './past-call';
import { RingScreen } from './ring-screen';

/** One call by its id: ringing, being handled here, or over. Reads its log from the server beside what is on screen. */
export function CallPlace({ callId }: { callId: string }) {
  const { state, dispatch, answeringId, open } = useDesk();
  const api = useTRPC();
  const call = state.calls[callId];
  const isAnswering = answeringId === callId;
  const detail = useQuery({
    ...api.calls.get.queryOptions({ callId }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

  const { data, isFetching } = detail;
  const isUnknown = call === undefined;
  const areDesksUnknown = state.desks[callId] === undefined;
  useEffect(() => {
    if (!data || isFetching) return;
    if (data.briefing) dispatch({ type: 'version', briefing: data.briefing });
    if (data.playbook) dispatch({ type: 'playbook', playbook: data.playbook });
    // Of a call that was open before, live events have told more since.
    if (areDesksUnknown) dispatch({ type: 'desks', callId: data.call.id, desks: data.desks });
    if (isUnknown) dispatch({ type: 'call', call: data.call });
    dispatch({ type: 'log', callId: data.call.id, notes: data.notes, told: data.told });
  }, [areDesksUnknown, data, dispatch, isFetching, isUnknown]);
  useMissingPlaybook(call, data?.playbook, detail.refetch);

  useLeaveOnHandOver(call);

  const problem = errorWords(detail.error);
  const retry = () => void detail.refetch();
  if (!call) {
    return (
      <div className="mx-auto flex w-full max-w-2xl flex-col items-start gap-3 px-4 py-8">
        {detail.isError ? (
          <>
            <LoadError words={problem.words} {...(problem.code === 'NOT_FOUND' ? {} : { onRetry: retry })} />
            <Button onClick={() => open(null)}>Back to the desk</Button>
          </>
        ) : (
          <div className="w-full">
            <LoadingRows rows={6} label="Loading the call" />
          </div>
        )}
      </div>
    );
  }
  if (call.state === 'ringing' && !isAnswering) return <RingScreen call={call} />;
  // Also a colleague's: whoever sits at it is named, and every point of the log is its own.
  const isOpen = call.state === 'live' || call.state === 'wrap_up';
  if (!isOpen && !isAnswering) return <PastCall call={call} />;
  return <CallScreen call={call} loadProblem={detail.isError ? problem.words : null} />;
}

/** A call that was in this operator's hands and is a colleague's now: the desk is free for the next one. */
function useLeaveOnHandOver(call: CallCard | undefined) {
  const { state, actions, open } = useDesk();
  const wasOwn = useRef(false);
  const holder = call?.answeredById ?? null;
  const leave = useEffectEvent(() => {
    actions.announce(`${call?.answeredByName ?? 'A colleague'} has the call now.`);
    open(null);
  });
  useEffect(() => {
    if (holder === state.me) wasOwn.current = true;
    else if (wasOwn.current && holder !== null) leave();
  }, [holder, state.me]);
}

/** A call type chosen during the call may bring a playbook that this desk has not read: asks for it once. */
function useMissingPlaybook(
  call: CallCard | undefined,
  read: Playbook | null | undefined,
  refetch: () => unknown,
) {
  const { state } = useDesk();
  const isMissing = call !== undefined && playbookOf(state, call) === null;
  const wanted = isMissing ? playbookKey({ id: call.playbookId, version: call.playbookVersion }) : null;
  const readKey = read && playbookKey(read);
  useEffect(() => {
    if (wanted !== null && readKey !== undefined && readKey !== wanted) refetch();
  }, [readKey, refetch, wanted]);
}
