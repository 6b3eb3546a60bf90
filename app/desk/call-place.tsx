'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { CallScreen } from './call-screen';
import { useDesk } from './desk-context';
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
  useEffect(() => {
    if (!data || isFetching) return;
    if (data.briefing) dispatch({ type: 'version', briefing: data.briefing });
    if (isUnknown) dispatch({ type: 'call', call: data.call });
    dispatch({ type: 'log', callId: data.call.id, notes: data.notes, told: data.told });
  }, [data, dispatch, isFetching, isUnknown]);

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
  const isMine = call.answeredById === state.me && (call.state === 'live' || call.state === 'wrap_up');
  if (!isMine && !isAnswering) return <PastCall call={call} />;
  return (
    <CallScreen
      call={call}
      serverDraft={data?.noteDraft ?? null}
      loadProblem={detail.isError ? problem.words : null}
    />
  );
}
