'use client';

import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { MessageList } from '@/ui/message-list';
import { messageStateWords } from '@/ui/message-state';
import { useFilters } from '@/ui/use-filters';

/** What a client's people see; the other states are the answering service's own. */
const states = ['held', 'waiting', 'released'] as const;

/** All messages of the client, by state if wished. */
export function MessageBoard() {
  const filters = useFilters('state');
  const state = states.find((one) => one === filters.get('state')) ?? null;
  return (
    <section aria-labelledby="all-messages" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="all-messages" className="text-base font-semibold">
          All messages
        </h2>
        <Field label="State" className="w-48">
          <Select value={state ?? ''} onChange={(event) => filters.set('state', event.target.value)}>
            <option value="">All</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {messageStateWords(one)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <MessageList
        href="/portal/messages"
        caption="Messages"
        state={state}
        empty={
          state === null ? (
            <EmptyState title="No message so far.">
              When a call for you is over, its log appears here. When you get it by e-mail is set by your
              answering service.
            </EmptyState>
          ) : (
            <EmptyState
              title="No message is in this state."
              action={<Button onClick={filters.clear}>Show all</Button>}
            />
          )
        }
      />
    </section>
  );
}
