'use client';

import { ShieldAlert } from 'lucide-react';
import { v7 } from 'uuid';
import type { CallCard, Note } from '@/domain/calls/model';
import type { PlaybookContent } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { abuseCount, abuseWords } from './abuse-count';
import { useDesk } from './desk-context';
import { KeyFor } from './key-for';
import { useKey } from './use-key';

type AbuseLineProps = {
  call: CallCard;
  playbook: PlaybookContent;
  notes: readonly Note[];
  /** The boundary was named often enough. */
  onEnd: () => void;
};

/** The boundary, ready to be said and counted; after the playbook's limit the call may be ended. */
export function AbuseLine({ call, playbook, notes, onEnd }: AbuseLineProps) {
  const { actions, entries, outbox } = useDesk();
  const { abuseLine, abuseLimit, endingLine } = playbook;
  const count = abuseCount(call, notes, entries);
  const mayEnd = abuseLimit > 0 && count >= abuseLimit;
  const name = () => {
    const text = abuseLine === '' ? 'In the operator’s own words.' : abuseLine;
    outbox.put({ kind: 'abuse', callId: call.id, noteId: v7(), text });
    // The line itself may be out of sight.
    actions.announce(`Boundary ${abuseWords(count + 1, abuseLimit)}`);
  };
  useKey('abuse', name);
  return (
    <section aria-label="Boundary" className="shrink-0 border-b border-line bg-sunken px-3 py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="flex min-w-0 flex-1 basis-60 items-start gap-1.5 leading-5">
          <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
          <span>{abuseLine === '' ? 'Name the boundary, calmly.' : `“${abuseLine}”`}</span>
        </p>
        <Button size="compact" onClick={name}>
          Boundary named <KeyFor action="abuse" />
        </Button>
        <p className="text-[13px] text-ink-soft tabular-nums">{abuseWords(count, abuseLimit)}</p>
      </div>
      {mayEnd ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-high-soft px-3 py-1.5">
          <p className="min-w-0 flex-1 basis-60">
            <span className="block text-[13px] font-semibold text-high">You may end the call. Say:</span>
            <span className="read-aloud">
              {endingLine === '' ? 'I am ending this call now.' : `“${endingLine}”`}
            </span>
          </p>
          <Button size="compact" onClick={onEnd}>
            End the call
          </Button>
        </div>
      ) : null}
    </section>
  );
}
