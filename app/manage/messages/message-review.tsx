'use client';

import { messageStates } from '@/domain/messages/model';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { MessageList } from '@/ui/message-list';
import { messageStateWords } from '@/ui/message-state';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';
import { ReleaseAll } from './release-all';

const href = '/manage/messages';

/** What clients are told of their calls: what waits for a second pair of eyes first, then everything. */
export function MessageReview() {
  const filters = useFilters('client', 'state');
  const clientId = filters.get('client');
  const state = messageStates.find((one) => one === filters.get('state')) ?? null;
  return (
    <ListPage
      title="Messages"
      about="What clients are told of their calls, by their own rules: at once, in a digest, or when they check in."
      onClear={filters.isAny ? filters.clear : undefined}
      actions={clientId ? <ReleaseAll clientId={clientId} /> : null}
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
        </>
      }
    >
      {state === null ? (
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
