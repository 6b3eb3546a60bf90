'use client';

import { UserCheck, UserRoundCheck } from 'lucide-react';
import { useTRPC } from '@/api/client';
import {
  callbackSides,
  promiseStates,
  type Callback,
  type CallbackSide,
  type PromiseState,
} from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { CallbackDue, NightChip } from '@/ui/callback-due';
import { reasonWords, triesWords } from '@/ui/callback-words';
import { Chip } from '@/ui/chip';
import { Field, Select } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { Phone } from '@/ui/phone';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { Time } from '@/ui/time';
import { useFilters } from '@/ui/use-filters';
import { usePages } from '@/ui/use-pages';

const sideWords: Readonly<Record<CallbackSide, string>> = {
  client: 'Your people',
  service: 'The answering service',
};

const stateWords: Readonly<Record<PromiseState, string>> = {
  open: 'To be made',
  kept: 'Reached',
  broken: 'Not reached',
  renegotiated: 'Agreed on another',
  cancelled: 'Called off',
};

function Holder({ callback }: { callback: Callback }) {
  const { state, endedByName, claimedByName, assignedToName } = callback;
  if (state !== 'open') return endedByName;
  if (claimedByName !== null) return <Chip tone="neutral" icon={UserCheck} words={`With ${claimedByName}`} />;
  return assignedToName === null ? null : (
    <Chip tone="neutral" icon={UserRoundCheck} words={`For ${assignedToName}`} />
  );
}

function Standing({ callback }: { callback: Callback }) {
  const { state, endedAt, tries, nextTryAt } = callback;
  if (state !== 'open') {
    return (
      <>
        {stateWords[state]} {endedAt === null ? null : <Time at={endedAt} show="absolute" />}
      </>
    );
  }
  return (
    <>
      {triesWords(tries)}
      {nextTryAt === null ? null : (
        <>
          , not before <Time at={nextTryAt} show="absolute" />
        </>
      )}
    </>
  );
}

const columns: readonly Column<Callback>[] = [
  {
    title: 'Deadline',
    className: 'md:w-56',
    cell: (callback) =>
      callback.state === 'open' ? (
        <CallbackDue callback={callback} />
      ) : (
        <Time at={callback.dueAt} show="absolute" />
      ),
  },
  {
    title: 'Caller',
    isWide: true,
    className: 'md:min-w-56',
    cell: (callback) => (
      <>
        <RowLink href={`/portal/callbacks/${callback.id}`}>
          {callback.callerName || <Phone number={callback.callerPhone} />}
        </RowLink>
        <span className="block text-ink-soft">
          {callback.reason === 'call' && callback.what !== '' ? callback.what : reasonWords[callback.reason]}
        </span>
      </>
    ),
  },
  { title: 'Tries', className: 'md:w-48', cell: (callback) => <Standing callback={callback} /> },
  {
    title: 'With',
    className: 'md:w-44',
    cell: (callback) => (
      <span className="flex flex-wrap gap-1">
        <Holder callback={callback} />
        {callback.state === 'open' ? <NightChip callback={callback} /> : null}
      </span>
    ),
  },
];

/** Callbacks of the company by deadline: at first those that its own people have to make. */
export function CallbackBoard() {
  const api = useTRPC();
  const filters = useFilters('side', 'state');
  const side = callbackSides.find((one) => one === filters.get('side')) ?? 'client';
  const state = promiseStates.find((one) => one === filters.get('state')) ?? 'open';
  const input = { side, state };
  const list = usePages(api.callbacks.list.infiniteQueryKey(input), (page) =>
    api.callbacks.list.queryOptions({ ...input, ...page }),
  );
  return (
    <section aria-label="Callbacks by deadline" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Who calls" className="w-52">
          <Select value={side} onChange={({ target }) => filters.set('side', target.value)}>
            {callbackSides.map((one) => (
              <option key={one} value={one}>
                {sideWords[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="State" className="w-48">
          <Select value={state} onChange={({ target }) => filters.set('state', target.value)}>
            {promiseStates.map((one) => (
              <option key={one} value={one}>
                {stateWords[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <PagedList
        query={list}
        many="callbacks"
        rowHeight={56}
        empty={
          filters.isAny ? (
            <EmptyState
              title="No callback matches."
              action={<Button onClick={filters.clear}>Show what your people have to call</Button>}
            />
          ) : (
            <EmptyState title="Nobody waits for a call from your company.">
              When an operator promises a caller that your company calls back, it stands here with its
              deadline.
            </EmptyState>
          )
        }
      >
        {(callbacks) => (
          <RecordTable
            caption="Callbacks by deadline"
            columns={columns}
            rows={callbacks}
            keyOf={({ id }) => id}
          />
        )}
      </PagedList>
    </section>
  );
}
