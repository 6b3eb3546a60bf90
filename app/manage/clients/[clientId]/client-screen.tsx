'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import { ContactList } from '@/ui/contact-list';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { OnCallHolidays } from '@/ui/on-call-holidays';
import { OverflowCard } from '@/ui/overflow-card';
import { SettledWordsForm } from '@/ui/settled-words-form';
import { SourceList } from '@/ui/source-list';
import { ClientForm } from '../client-form';
import { BusinessHoursForm } from './business-hours-form';
import { DidSection } from './did-section';
import { MessageSection } from './message-section';
import { MethodSection } from './method-section';
import { OnCallSection } from './on-call-section';
import { PolicySection } from './policy-section';
import { TargetsForm } from './targets-form';

const parts = [
  { id: 'settings', title: 'Settings' },
  { id: 'calls', title: 'How calls are taken' },
  { id: 'numbers', title: 'Numbers' },
  { id: 'contacts', title: 'Contacts' },
  { id: 'messages', title: 'Messages' },
  { id: 'settled', title: 'Told when settled' },
  { id: 'on-call', title: 'On-call' },
  { id: 'hours', title: 'Business hours' },
  { id: 'holidays', title: 'Holidays' },
  { id: 'policy', title: 'Escalation policy' },
  { id: 'targets', title: 'Targets' },
  { id: 'overflow', title: 'Overflow' },
  { id: 'sources', title: 'Sources' },
] as const;
/** The overflow switch brings its own heading. */
type PartId = Exclude<(typeof parts)[number]['id'], 'overflow'>;

function Part({ id, about, children }: { id: PartId; about?: string; children: ReactNode }) {
  const title = parts.find((part) => part.id === id)?.title;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-5">
      <div>
        <h2 id={id} className="scroll-mt-6 text-base font-semibold">
          {title}
        </h2>
        {about ? <p className="mt-0.5 max-w-[80ch] text-ink-soft">{about}</p> : null}
      </div>
      {children}
    </section>
  );
}

function Settings({ client }: { client: Client }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const update = useMutation(
    api.clients.update.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.clients.get.queryKey({ clientId: saved.id }), saved);
        void queries.invalidateQueries({ queryKey: api.clients.list.pathKey() });
      },
    }),
  );
  return (
    <ClientForm
      initial={client}
      submitWords="Save settings"
      isBusy={update.isPending}
      error={update.error}
      done={update.isSuccess ? 'Saved. Operators see it from the next call on.' : null}
      onSubmit={(values) => update.mutate({ clientId: client.id, ...values })}
    />
  );
}

export type ClientScreenProps = { clientId: string; organizationName: string; readerName: string };

/** Everything that is set up for one client. */
export function ClientScreen({ clientId, organizationName, readerName }: ClientScreenProps) {
  const api = useTRPC();
  const query = useQuery(api.clients.get.queryOptions({ clientId }));
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6">
      <Link
        href="/manage/clients"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All clients
      </Link>
      {query.data ? (
        <>
          <div className="flex flex-col gap-2">
            <h1 className="text-xl leading-7 font-semibold">{query.data.name}</h1>
            <nav aria-label="Parts of this page" className="flex flex-wrap gap-x-4 gap-y-1">
              {parts.map(({ id, title }) => (
                <a key={id} href={`#${id}`} className="text-accent underline underline-offset-2">
                  {title}
                </a>
              ))}
              <Link
                href={`/manage/calls?client=${clientId}`}
                className="text-accent underline underline-offset-2"
              >
                Calls
              </Link>
              <Link
                href={`/manage/escalations?review=all&client=${clientId}`}
                className="text-accent underline underline-offset-2"
              >
                Escalations
              </Link>
              <Link
                href={`/manage/messages?client=${clientId}`}
                className="text-accent underline underline-offset-2"
              >
                Messages sent
              </Link>
              <Link
                href={`/manage/recalls?client=${clientId}`}
                className="text-accent underline underline-offset-2"
              >
                Recalls
              </Link>
            </nav>
          </div>
          <Part id="settings">
            <Settings client={query.data} />
          </Part>
          <Part
            id="calls"
            about="The method by which operators take this client’s calls, and why its callers call."
          >
            <MethodSection client={query.data} />
          </Part>
          <Part
            id="numbers"
            about="Callers who dial one of these (DIDs) reach you in the name of this client."
          >
            <DidSection client={query.data} />
          </Part>
          <Part
            id="contacts"
            about="People who can be told. Their methods are tried in the order shown. A contact needs no login."
          >
            <ContactList clientId={clientId} />
          </Part>
          <Part
            id="messages"
            about="When this client gets the log of each call, who gets it, and whether somebody reads it first."
          >
            <MessageSection client={query.data} />
          </Part>
          <Part
            id="settled"
            about="The words in which callers are told that their matter is settled, where they asked for it. Without them nothing is sent."
          >
            <SettledWordsForm clientId={clientId} canWrite readerName={readerName} />
          </Part>
          <Part
            id="on-call"
            about="Schedules of people who take turns. A step of the policy can ask one who is responsible at that moment."
          >
            <OnCallSection clientId={clientId} />
          </Part>
          <Part
            id="hours"
            about="Callers are told when somebody of the client does something. Reminders of it come while they work."
          >
            <BusinessHoursForm client={query.data} />
          </Part>
          <Part
            id="holidays"
            about="Days on which only those are on call whose times name holidays. They count for every schedule of this client, and as days off."
          >
            <OnCallHolidays clientId={clientId} canEdit />
          </Part>
          <Part
            id="policy"
            about="Who is told, in which order, and how long each step waits for an acknowledgement."
          >
            <PolicySection clientId={clientId} />
          </Part>
          <Part
            id="targets"
            about="What this client is promised: reviews and reports tell how long it took against it. Nothing is sent because of a target."
          >
            <TargetsForm client={query.data} />
          </Part>
          <div className="border-t border-line pt-5">
            <OverflowCard
              clientId={clientId}
              clientName={query.data.name}
              organizationName={organizationName}
              canSwitch
            />
          </div>
          <Part
            id="sources"
            about="Programs of the client that begin briefing drafts: its status page, or a monitoring system. What they send becomes a draft, never more."
          >
            <SourceList clientId={clientId} />
          </Part>
        </>
      ) : query.isError ? (
        <LoadError
          words={`This client cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={56} label="The client is being loaded." />
      )}
    </div>
  );
}
