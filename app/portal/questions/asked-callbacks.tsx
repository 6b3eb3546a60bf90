'use client';

import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Callback } from '@/domain/promises/model';
import { PagedList } from '@/ui/paged-list';
import { Phone } from '@/ui/phone';
import { PromiseStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { usePages } from '@/ui/use-pages';

function Row({ callback }: { callback: Callback }) {
  const { callerName, callerPhone, state, tries, dueAt, endedAt, endedByName } = callback;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <span className="min-w-0 flex-1 basis-48">
        {callerName ? <span className="font-medium">{callerName} </span> : null}
        <Phone number={callerPhone} />
      </span>
      <PromiseStateChip state={state} />
      <span className="text-ink-soft">
        {endedAt ? (
          <>
            <Time at={endedAt} />
            {endedByName ? `, by ${endedByName}` : ''}
          </>
        ) : (
          <>
            by <Time at={dueAt} />
            {tries > 0 ? `, tried ${tries === 1 ? 'once' : `${tries} times`}` : ''}
          </>
        )}
      </span>
    </li>
  );
}

function List({ groupId }: { groupId: string }) {
  const api = useTRPC();
  const input = { causeId: groupId };
  const list = usePages(api.callbacks.list.infiniteQueryKey(input), (page) =>
    api.callbacks.list.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="callbacks"
      empty={<p className="py-2 text-ink-soft">Nobody was called back.</p>}
    >
      {(callbacks) => (
        <ul className="border-t border-line">
          {callbacks.map((callback) => (
            <Row key={callback.id} callback={callback} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}

/** Who asked and is called back with the answer; asked of the server only once it is opened. */
export function AskedCallbacks({ groupId }: { groupId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6 text-accent">Who is called back</summary>
      <div className="mt-1">{isOpen ? <List groupId={groupId} /> : null}</div>
    </details>
  );
}
