'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Escalation } from '@/domain/escalations/model';
import { DeliveryList } from './delivery-list';
import { EscalationActions } from './escalation-actions';
import { EscalationFollowUp } from './escalation-follow-up';
import type { EscalationAction } from './escalation-offers';
import { EscalationStepsLive } from './escalation-steps-live';
import { EscalationTimeline } from './escalation-timeline';
import { LoadError, LoadingRows } from './list-states';
import { EscalationStateChip } from './state-chip';
import { Time } from './time';
import { UrgencyChip } from './urgency-chip';

export type EscalationScreenProps = {
  escalationId: string;
  backHref: string;
  allowed: readonly EscalationAction[];
  /** Where calls are shown to this reader; without it the call is not linked. */
  callsHref?: string;
  /** What this reader can do besides, and what is thought of it; stands under the actions. */
  judgement?: ReactNode;
  /** What belongs to it and is read at length, such as its call; stands at the end. */
  record?: (escalation: Escalation) => ReactNode;
};

/** Whoever was told and opens it has read it: told to the server once an opening. */
function useMarkRead(escalationId: string, isShown: boolean): void {
  const api = useTRPC();
  const { mutate } = useMutation(api.escalations.read.mutationOptions());
  const marked = useRef<string | null>(null);
  const mark = useEffectEvent(() => {
    if (marked.current === escalationId) return;
    marked.current = escalationId;
    mutate({ escalationId });
  });
  useEffect(() => {
    if (isShown) mark();
  }, [escalationId, isShown]);
}

function useClientZone(clientId: string | null | undefined): string | null {
  const api = useTRPC();
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: typeof clientId === 'string' }),
  );
  return client.data?.timeZone ?? null;
}

/** One escalation: what it is about, where it stands, everything that happened and every message sent. */
export function EscalationScreen(props: EscalationScreenProps) {
  const { escalationId, backHref, allowed, callsHref, judgement, record } = props;
  const api = useTRPC();
  const query = useQuery(api.escalations.get.queryOptions({ escalationId }));
  const escalation = query.data;
  const zone = useClientZone(escalation?.clientId);
  useMarkRead(escalationId, escalation !== undefined);
  const back = (
    <Link href={backHref} className="inline-flex items-center gap-1 self-start text-accent hover:underline">
      <ArrowLeft aria-hidden className="size-4" />
      All escalations
    </Link>
  );
  if (!escalation) {
    return (
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 px-4 py-6">
        {back}
        {query.isError ? (
          <LoadError
            words={`This escalation cannot be shown. ${errorWords(query.error).words}`}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <LoadingRows rows={6} height={56} label="The escalation is being loaded." />
        )}
      </div>
    );
  }
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <header className="flex flex-col gap-2">
        {back}
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <UrgencyChip urgency={escalation.urgency} />
          <EscalationStateChip state={escalation.state} />
          {escalation.clientName ? <span className="font-medium">{escalation.clientName}</span> : null}
        </p>
        <h1 className="max-w-[66ch] text-xl leading-7 font-semibold whitespace-pre-line">
          {escalation.summary}
        </h1>
        <p className="text-ink-soft">
          Started by {escalation.startedByName}, <Time at={escalation.startedAt} zone={zone} />.{' '}
          {callsHref && escalation.callId ? (
            <Link
              href={`${callsHref}/${escalation.callId}`}
              className="font-medium text-accent underline underline-offset-2"
            >
              Open the call
            </Link>
          ) : null}
        </p>
      </header>
      <EscalationActions escalation={escalation} allowed={allowed} size="call" />
      {judgement}
      <EscalationFollowUp escalation={escalation} allowed={allowed} zone={zone} />
      <section aria-labelledby="steps" className="flex min-w-0 flex-col gap-3">
        <h2 id="steps" className="text-base font-semibold">
          Who is told
        </h2>
        <EscalationStepsLive escalation={escalation} zone={zone} />
      </section>
      <div className="grid gap-8 lg:grid-cols-2">
        <section aria-labelledby="timeline" className="flex min-w-0 flex-col gap-3">
          <h2 id="timeline" className="text-base font-semibold">
            What happened
          </h2>
          <div className="pl-2">
            <EscalationTimeline entries={escalation.timeline} zone={zone} />
          </div>
        </section>
        <section aria-labelledby="deliveries" className="flex min-w-0 flex-col gap-3">
          <h2 id="deliveries" className="text-base font-semibold">
            All messages
          </h2>
          <DeliveryList deliveries={escalation.deliveries} zone={zone} />
        </section>
      </div>
      {record?.(escalation)}
    </div>
  );
}
