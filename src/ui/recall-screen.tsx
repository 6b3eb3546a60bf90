'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CheckCheck } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Recall } from '@/domain/recalls/model';
import { LoadError, LoadingRows } from './list-states';
import { RecallCallers } from './recall-callers';
import { RecallProgress } from './recall-progress';
import { RecallStateChip } from './recall-state';
import { Time } from './time';

export type RecallScreenProps = {
  recallId: string;
  /** Back to the list. */
  backHref: string;
  /** Where this reader opens a briefing: "/portal/briefings". */
  briefingsHref: string;
  callsHref?: string;
};

function Term({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="font-medium text-ink-soft">{title}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** What was wrong, what is right, and why. */
function Correction({ recall, zone }: { recall: Recall; zone: string | null }) {
  return (
    <dl className="flex flex-col gap-3 rounded-md border border-line bg-raised p-4">
      <Term title="Was said">
        <del className="read-aloud block text-never decoration-2">“{recall.text}”</del>
      </Term>
      <Term title="Is said now">
        {recall.correction === null ? (
          'Nothing in its place.'
        ) : (
          <ins className="read-aloud block no-underline">“{recall.correction}”</ins>
        )}
      </Term>
      <Term title="Why">
        <p className="whitespace-pre-line">{recall.reason}</p>
      </Term>
      <Term title="Withdrawn">
        by {recall.byName}, <Time at={recall.createdAt} zone={zone} />, from version {recall.version}
      </Term>
    </dl>
  );
}

function Progress({ recall, zone }: { recall: Recall; zone: string | null }) {
  const { callBack, isComplete, callers, dueAt, unreached, withoutNumber } = recall;
  if (!callBack) {
    return (
      <p>
        {callers === 1 ? '1 caller was' : `${callers} callers were`} told it. Nobody is called back: that was
        decided when it was withdrawn.
      </p>
    );
  }
  const left = unreached + withoutNumber;
  return (
    <div className="flex flex-col gap-3">
      <RecallProgress recall={recall} />
      {isComplete && callers > 0 ? (
        <p role="status" className="flex items-start gap-2 font-medium text-fine">
          <CheckCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {left === 0
              ? 'Complete: everybody who was told has been called back.'
              : `Complete: everybody who can be reached has been called back. ${left === 1 ? '1 caller does' : `${left} callers do`} not know yet.`}
          </span>
        </p>
      ) : null}
      {isComplete ? null : (
        <p className="text-ink-soft">
          Operators call them back by <Time at={dueAt} zone={zone} />. This page follows by itself.
        </p>
      )}
    </div>
  );
}

/** One recall: the statement, its correction, and everyone who has to hear of it. */
export function RecallScreen({ recallId, backHref, briefingsHref, callsHref }: RecallScreenProps) {
  const api = useTRPC();
  const query = useQuery(api.recalls.get.queryOptions({ recallId }));
  const recall = query.data;
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: recall?.clientId ?? '' }, { enabled: recall !== undefined }),
  );
  const zone = client.data?.timeZone ?? null;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <Link href={backHref} className="inline-flex items-center gap-1 self-start text-accent hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        All recalls
      </Link>
      {recall ? (
        <>
          <header className="flex flex-col gap-1">
            <h1 className="text-xl leading-7 font-semibold text-balance">Recall: {recall.headline}</h1>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
              <RecallStateChip recall={recall} />
              {recall.clientName}
              <Link
                href={`${briefingsHref}/${recall.briefingId}`}
                className="text-accent underline underline-offset-2"
              >
                Open the briefing
              </Link>
            </p>
          </header>
          <Correction recall={recall} zone={zone} />
          <section aria-labelledby="progress" className="flex flex-col gap-2">
            <h2 id="progress" className="text-base font-semibold">
              How far it has come
            </h2>
            <Progress recall={recall} zone={zone} />
          </section>
          <section aria-labelledby="callers" className="flex flex-col gap-2">
            <h2 id="callers" className="text-base font-semibold">
              Who was told
            </h2>
            <RecallCallers recall={recall} zone={zone} callsHref={callsHref} />
          </section>
        </>
      ) : query.isError ? (
        <LoadError
          words={`This recall cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={56} label="The recall is being loaded." />
      )}
    </div>
  );
}
