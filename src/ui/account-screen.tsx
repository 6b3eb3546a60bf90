'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { urgencies } from '@/domain/calls/model';
import { dispositionWords } from '@/domain/calls/outcome-words';
import type { AccountContent } from '@/domain/reports/account-content';
import { getAccountInput } from '@/domain/reports/model';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { PageHeader } from './page-header';
import { EscalationStateChip } from './state-chip';
import { Time } from './time';
import { UrgencyChip } from './urgency-chip';

export type AccountScreenProps = {
  /** Where this reader opens calls, escalations and promises: "/portal". */
  base: '/portal' | '/manage';
};

type Account = AccountContent & { clientName: string | null; timeZone: string | null };

/** What a digest told, with the callers' names, as it stands now. The address says of which time. */
export function AccountScreen({ base }: AccountScreenProps) {
  const api = useTRPC();
  const params = useSearchParams();
  const asked = getAccountInput.safeParse({
    from: params.get('from'),
    to: params.get('to'),
    leastUrgency: params.get('urgency') ?? undefined,
    clientId: params.get('client') ?? undefined,
  });
  const query = useQuery(
    api.accounts.get.queryOptions(asked.data ?? { from: '', to: '' }, { enabled: asked.success }),
  );
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      {asked.success ? null : (
        <EmptyState
          title="This address names no time."
          action={
            <Link href={`${base}/digests`} className="font-medium text-accent underline underline-offset-2">
              All digests
            </Link>
          }
        >
          Open the link of a digest that you got by e-mail.
        </EmptyState>
      )}
      {asked.success && query.isPending ? (
        <LoadingRows rows={8} label="The account is being loaded." />
      ) : null}
      {query.isError ? (
        <LoadError
          words={`This account cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data ? <Told account={query.data} base={base} /> : null}
    </div>
  );
}

function Told({ account, base }: { account: Account; base: '/portal' | '/manage' }) {
  const { calls, promises, escalations, promisesTold, callsTold, timeZone } = account;
  const total = calls.emergency + calls.urgent + calls.routine;
  return (
    <>
      <PageHeader
        title={account.clientName ?? 'All clients'}
        about={
          <>
            From <Time at={account.from} zone={timeZone} show="absolute" /> to{' '}
            <Time at={account.until} zone={timeZone} show="absolute" />, as it stands now. {total} calls:{' '}
            {calls.emergency} emergency, {calls.urgent} urgent, {calls.routine} routine. Promises:{' '}
            {promises.given} given, {promises.kept} kept, {promises.broken} broken, {promises.open} open.
          </>
        }
      />
      <Section
        title="Promises open or broken"
        total={promises.open + promises.broken}
        shown={promisesTold.length}
      >
        {promisesTold.map(({ id, dueAt, state, personal, clientName }) => (
          <Line
            key={id}
            href={`${base}/promises/${id}`}
            title={personal?.words ?? ''}
            about={[clientName, personal?.callerName]}
          >
            {state === 'broken' ? 'Broken; was due ' : 'Due '}
            <Time at={dueAt} zone={timeZone} />
          </Line>
        ))}
      </Section>
      <Section title="Escalations" total={escalations.length} shown={escalations.length}>
        {escalations.map(({ id, state, urgency, startedAt, personal, clientName }) => (
          <Line
            key={id}
            href={`${base}/escalations/${id}`}
            title={personal?.words ?? ''}
            about={[clientName]}
            chips={
              <>
                <UrgencyChip urgency={urgency} />
                <EscalationStateChip state={state} />
              </>
            }
          >
            <Time at={startedAt} zone={timeZone} />
          </Line>
        ))}
      </Section>
      {urgencies.toReversed().map((urgency) => {
        const rows = callsTold.filter((call) => call.urgency === urgency);
        return (
          <Section
            key={urgency}
            title={
              { emergency: 'Emergency calls', urgent: 'Urgent calls', routine: 'Routine calls' }[urgency]
            }
            total={calls[urgency]}
            shown={rows.length}
          >
            {rows.map(({ id, ringAt, personal, about, disposition, clientName }) => (
              <Line
                key={id}
                href={`${base}/calls/${id}`}
                title={personal?.callerName || 'Caller without a name'}
                about={[
                  clientName,
                  personal?.words || about,
                  disposition === null ? null : dispositionWords(disposition).words,
                ]}
              >
                <Time at={ringAt} zone={timeZone} />
              </Line>
            ))}
          </Section>
        );
      })}
    </>
  );
}

type SectionProps = { title: string; total: number; shown: number; children: ReactNode };

function Section({ title, total, shown, children }: SectionProps) {
  if (total === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-base font-semibold">
        {title} <span className="font-normal text-ink-soft">({total})</span>
      </h2>
      {shown === 0 ? null : <ul className="border-t border-line">{children}</ul>}
      {shown < total ? (
        <p className="mt-2 text-ink-soft">
          {shown === 0
            ? 'Only counted in this digest.'
            : `${total - shown} more are on the screens for them.`}
        </p>
      ) : null}
    </section>
  );
}

type LineProps = {
  href: string;
  title: string;
  about: readonly (string | null | undefined)[];
  chips?: ReactNode;
  children: ReactNode;
};

function Line({ href, title, about, chips, children }: LineProps) {
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line px-1 py-2 hover:bg-sunken">
      <div className="min-w-0 flex-1 basis-72">
        <Link
          href={href}
          className="line-clamp-2 font-medium underline-offset-2 after:absolute after:inset-0 hover:underline"
        >
          {title}
        </Link>
        <p className="text-[13px] text-ink-soft">{about.filter(Boolean).join(', ')}</p>
      </div>
      {chips ? <p className="flex flex-wrap gap-2">{chips}</p> : null}
      <p className="text-ink-soft sm:w-64">{children}</p>
    </li>
  );
}
