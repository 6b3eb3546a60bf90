'use client';

import { BellRing, TriangleAlert } from 'lucide-react';
import type { RemindStage } from '@/domain/promises/model';
import { latenessWords } from '@/domain/promises/promise-notice';
import { Button } from '@/ui/button';
import { PromiseDeadline } from '@/ui/promise-deadline';
import { promiseKindWords } from '@/ui/promise-words';
import { useDesk } from './desk-context';
import { ownReminders } from './desk-selectors';

/** More than this would hide the call: the rest stands in the list. */
const MOST_SHOWN = 2;

const stageWords: Readonly<Record<RemindStage, string>> = {
  ahead: 'Due soon',
  warned: 'About to break',
  due: 'Due now',
  overdue: 'Overdue',
};

function Reminder({ reminder }: { reminder: ReturnType<typeof ownReminders>[number] }) {
  const { dispatch, open } = useDesk();
  const { stage, promises, count, causeId, lateMs } = reminder;
  const [first] = promises;
  if (first === undefined) return null;
  const isPressing = stage === 'due' || stage === 'overdue';
  const Icon = isPressing ? TriangleAlert : BellRing;
  const late = latenessWords(lateMs);
  const what = count > 1 ? `${count} callbacks` : `${promiseKindWords[first.kind]}: ${first.what}`;
  const seen = () => dispatch({ type: 'reminded', causeId });
  return (
    <li
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 ${isPressing ? 'bg-high-soft text-high' : 'bg-medium-soft text-medium'}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-60">
        <span className="font-semibold">
          {stageWords[stage]}: {what}
        </span>{' '}
        <span className="text-ink">
          {first.clientName}
          {count === 1 && first.callerName !== '' ? `, ${first.callerName}` : ''}, by{' '}
          <PromiseDeadline promise={first} show="absolute" />
          {late === '' ? '' : ` (told ${late})`}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="compact"
          onClick={() => {
            open(
              first.kind === 'callback'
                ? { kind: 'callback', id: first.id }
                : { kind: 'call', id: first.callId },
            );
            seen();
          }}
        >
          {first.kind === 'callback' ? 'Call back' : 'Its call'}
          <span className="sr-only">: {first.what}</span>
        </Button>
        <Button size="compact" variant="quiet" onClick={seen}>
          Seen<span className="sr-only">: {first.what}</span>
        </Button>
      </div>
    </li>
  );
}

/** What is due and still open, on top of whatever fills the desk, until it is seen or done. */
export function PromiseReminders() {
  const { state } = useDesk();
  const reminders = ownReminders(state);
  const more = reminders.length - MOST_SHOWN;
  return (
    <div role="status" className="shrink-0 empty:hidden">
      {reminders.length > 0 ? (
        <ul aria-label="Promises that are due">
          {reminders.slice(0, MOST_SHOWN).map((reminder) => (
            <Reminder key={reminder.causeId} reminder={reminder} />
          ))}
          {more > 0 ? (
            <li className="border-b border-line px-4 py-1 text-ink-soft">
              And {more} more among your promises and callbacks.
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
