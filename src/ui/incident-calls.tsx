'use client';

import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { callLines, courseWords } from '@/domain/reports/call-lines';
import type { CallFacts } from '@/domain/reports/incident-call';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { Phone } from './phone';
import { Time } from './time';
import { clockWords } from './time-words';
import { usePages } from './use-pages';

export type IncidentCallsProps = {
  briefingId: string;
  clientName: string;
  zone: string;
  /** When the board was read: instants of another day are told with their date. */
  asOf: Date;
  callsHref: string;
};

type CallProps = Omit<IncidentCallsProps, 'briefingId'> & { call: CallFacts };

function Call({ call, clientName, zone, asOf, callsHref }: CallProps) {
  const lines = callLines(call, (at) => clockWords(at, asOf, zone), { clientName });
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={`${callsHref}/${call.id}`}
          className="font-medium text-accent underline underline-offset-2"
        >
          {call.callerName || 'Name not known'}
        </Link>
        {call.email === null ? <Phone number={call.phone ?? ''} isLink /> : <span>{call.email}</span>}
        <Time at={new Date(call.ringAt)} zone={zone} />
        {call.isBesides ? <span className="text-ink-soft">did not ring under this briefing</span> : null}
      </p>
      <p className="text-ink-soft">{courseWords(call)}</p>
      {lines.length > 0 ? (
        <dl className="flex flex-col gap-0.5">
          {lines.map(({ label, words }, place) => (
            <div key={place} className="grid gap-x-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="max-w-[80ch] min-w-0 break-words whitespace-pre-line">{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}

/** Every caller with what they said, were told and were promised; the newest first. */
export function IncidentCalls({ briefingId, ...props }: IncidentCallsProps) {
  const api = useTRPC();
  const list = usePages(api.incidents.calls.infiniteQueryKey({ briefingId }), (page) =>
    api.incidents.calls.queryOptions({ briefingId, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="calls"
      rowHeight={72}
      empty={
        <EmptyState title="Nobody has called about this yet.">
          Every call that rings while the briefing is in force stands here, and every caller who was told of
          it.
        </EmptyState>
      }
    >
      {(calls) => (
        <ul aria-label="Calls" className="flex flex-col">
          {calls.map((call) => (
            <Call key={call.id} call={call} {...props} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}
