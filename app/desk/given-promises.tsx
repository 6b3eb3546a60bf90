'use client';

import { CircleDashed, TriangleAlert } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { PromiseDeadline } from '@/ui/promise-deadline';
import { doerWords, promiseKindWords } from '@/ui/promise-words';
import { Time } from '@/ui/time';
import { useDesk } from './desk-context';
import { KeptPromise } from './kept-promise';
import type { PromiseDraft } from './promise-draft';

/** What the caller was promised in this call, also what is on this computer only or was refused. */
export function GivenPromises({ call, onMend }: { call: CallCard; onMend: (promise: PromiseDraft) => void }) {
  const { state, entries, outbox } = useDesk();
  const given = Object.values(state.promises)
    .filter(({ callId }) => callId === call.id)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const known = new Set(given.map(({ id }) => id));
  const waiting = entries.flatMap((entry) =>
    entry.kind === 'promise' && entry.callId === call.id && !known.has(entry.promiseId) ? [entry] : [],
  );
  if (given.length === 0 && waiting.length === 0) return null;
  return (
    <ul aria-label="Promised in this call" className="border-t border-line">
      {given.map((promise) => (
        <li key={promise.id} className="flex flex-col gap-1 border-b border-line py-1.5">
          <p>
            <span className="font-medium">{promiseKindWords[promise.kind]}: </span>
            {promise.what}
          </p>
          <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-ink-soft">
            <span>
              By <PromiseDeadline promise={promise} />
            </span>
            <span>{doerWords(promise.owner, promise.ownerName, promise.ownerId === state.me)}</span>
          </p>
          <KeptPromise promise={promise} />
        </li>
      ))}
      {waiting.map((entry) => (
        <li key={entry.key} className="flex flex-col gap-1 border-b border-line py-1.5">
          <p>
            <span className="font-medium">{promiseKindWords[entry.promise.kind]}: </span>
            {entry.promise.what}
          </p>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-soft">
            <span>
              By <Time at={new Date(entry.promise.dueAt)} zone={call.clientTimeZone} />
            </span>
            {entry.refusal === null ? (
              <Chip tone="medium" icon={CircleDashed} words="On this computer" />
            ) : (
              <Chip tone="high" icon={TriangleAlert} words="Not on record" />
            )}
          </div>
          {entry.refusal === null ? null : (
            <div className="flex flex-wrap items-center gap-2">
              <p role="alert" className="min-w-0 flex-1 font-medium text-critical">
                {entry.refusal}
              </p>
              <Button
                size="compact"
                onClick={() => {
                  onMend(entry.promise);
                  outbox.drop(entry.key);
                }}
              >
                Change it
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
