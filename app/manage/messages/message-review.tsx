'use client';

import { faultWords } from '@/domain/messages/fault-words';
import { messageFaults, messageStates } from '@/domain/messages/model';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { MessageList } from '@/ui/message-list';
import { messageStateWords } from '@/ui/message-state';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { ExportLink } from '../export-link';
import { ListPage } from '../list-page';
import { SavedViews } from '../saved-views';
import { ReleaseAll } from './release-all';

const href = '/manage/messages';

/** What clients are told of their calls: what waits for a second pair of eyes first, then everything. */
export function MessageReview() {
  const filters = useFilters('client', 'state', 'found');
  const clientId = filters.get('client');
  const state = messageStates.find((one) => one === filters.get('state')) ?? null;
  const category = messageFaults.find((one) => one === filters.get('found')) ?? null;
  const asked = {
    ...(clientId && { clientId }),
    ...(state && { state }),
    ...(category && { category }),
  };
  return (
    <ListPage
      title="Messages"
      about="What clients are told of their calls, by their own rules: at once, in a digest, or when they check in."
      onClear={filters.isAny ? filters.clear : undefined}
      actions={
        <>
          {clientId ? <ReleaseAll clientId={clientId} /> : null}
          <ExportLink href={`/api/export/messages.csv?${new URLSearchParams(asked)}`} />
        </>
      }
      filters={
        <>
          <ClientPicker value={clientId} onChange={(id) => filters.set('client', id)} />
          <Field label="State">
            <Select value={state ?? ''} onChange={(event) => filters.set('state', event.target.value)}>
              <option value="">All</option>
              {messageStates.map((one) => (
                <option key={one} value={one}>
                  {messageStateWords(one)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Found in review">
            <Select value={category ?? ''} onChange={(event) => filters.set('found', event.target.value)}>
              <option value="">Anything or nothing</option>
              {messageFaults.map((one) => (
                <option key={one} value={one}>
                  {faultWords(one)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      }
    >
      <SavedViews screen="messages" />
      {state === null && category === null ? (
        <section aria-labelledby="to-review" className="flex flex-col gap-2">
          <h2 id="to-review" className="text-base font-semibold">
            To review
          </h2>
          <MessageList
            href={href}
            caption="Messages to review"
            clientId={clientId}
            state="in_review"
            isClientNamed
            empty={
              <EmptyState title="Nothing waits for a second pair of eyes.">
                Messages of clients that ask for it appear here when a call is closed. It is set for each
                client, under Messages.
              </EmptyState>
            }
          />
        </section>
      ) : null}
      <section aria-labelledby="all-messages" className="flex flex-col gap-2">
        <h2 id="all-messages" className="text-base font-semibold">
          {state === null ? 'All messages' : messageStateWords(state)}
        </h2>
        <MessageList
          href={href}
          caption="Messages"
          clientId={clientId}
          state={state}
          category={category}
          isClientNamed
          empty={
            filters.isAny ? (
              <EmptyState
                title="No message matches these filters."
                action={<Button onClick={filters.clear}>Clear filters</Button>}
              />
            ) : (
              <EmptyState title="No message so far.">
                The log of a call becomes a message for its client the moment the call is closed.
              </EmptyState>
            )
          }
        />
      </section>
    </ListPage>
  );
}
