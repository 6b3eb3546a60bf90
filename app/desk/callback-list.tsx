'use client';

import { Building2, Hourglass, UserCheck, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { mostOpenCallbacks, type Callback } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { CallbackDue, NightChip } from '@/ui/callback-due';
import { reasonWords, triesWords } from '@/ui/callback-words';
import { Chip } from '@/ui/chip';
import { Phone } from '@/ui/phone';
import { Time } from '@/ui/time';
import { callbackLists, ofSide } from './callback-selectors';
import { useDesk, useDeskNow } from './desk-context';

const FIRST = 10;
const FIRST_OF_OTHERS = 5;

/** Who has it, or whose turn it is. */
function HolderChip({ callback }: { callback: Callback }) {
  const { state } = useDesk();
  const { owner, claimedById, claimedByName, assignedToId, assignedToName } = callback;
  if (claimedById !== null && claimedById !== state.me) {
    return <Chip tone="neutral" icon={UserCheck} words={`With ${claimedByName ?? 'a colleague'}`} />;
  }
  if (assignedToId === state.me) {
    return <Chip tone="accent" icon={UserRoundCheck} words="Handed to you" />;
  }
  if (assignedToId !== null) {
    return <Chip tone="neutral" icon={UserRoundCheck} words={`For ${assignedToName ?? 'a colleague'}`} />;
  }
  return owner === 'client' ? (
    <Chip tone="neutral" icon={Building2} words="The client’s people call" />
  ) : null;
}

function CallbackRow({ callback }: { callback: Callback }) {
  const { entries, open } = useDesk();
  const now = useDeskNow(10_000);
  const { clientName, callerName, callerPhone, reason, tries, nextTryAt } = callback;
  const isSaving = entries.some((entry) => entry.kind === 'try' && entry.callbackId === callback.id);
  const isLater = nextTryAt !== null && nextTryAt > now;
  return (
    <button
      type="button"
      onClick={() => open({ kind: 'callback', id: callback.id })}
      className="grid min-h-11 w-full gap-x-3 gap-y-1 px-1 py-2 text-left -outline-offset-2 hover:bg-sunken sm:grid-cols-[minmax(0,11rem)_minmax(0,13rem)_minmax(0,1fr)_auto] sm:items-baseline"
    >
      <CallbackDue callback={callback} isShort />
      <span className="font-semibold">{clientName}</span>
      <span>
        {callerName || <Phone number={callerPhone} />}
        <span className="block text-ink-soft">{reasonWords[reason]}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-soft sm:flex-col sm:items-end">
        <span>
          {triesWords(tries)}
          {isLater ? (
            <>
              , again <Time at={nextTryAt} show="relative" />
            </>
          ) : null}
        </span>
        {isSaving ? <span>Saving</span> : null}
        <HolderChip callback={callback} />
        {callback.isAwaitingApproval && callback.sayNow === null ? (
          <Chip tone="medium" icon={Hourglass} words="Words not approved yet" />
        ) : null}
        {isLater ? null : <NightChip callback={callback} />}
      </span>
    </button>
  );
}

function CallbackRows({ callbacks, first }: { callbacks: readonly Callback[]; first: number }) {
  const [isAllShown, setIsAllShown] = useState(false);
  const shown = isAllShown ? callbacks : callbacks.slice(0, first);
  return (
    <>
      <ul className="border-t border-line empty:hidden">
        {shown.map((callback) => (
          <li key={callback.id} className="border-b border-line">
            <CallbackRow callback={callback} />
          </li>
        ))}
      </ul>
      {callbacks.length > shown.length ? (
        <Button className="mt-2" variant="quiet" onClick={() => setIsAllShown(true)}>
          Show {callbacks.length - shown.length} more
        </Button>
      ) : null}
    </>
  );
}

/** Whom to call back, by deadline: first what this operator can do now. */
export function CallbackList() {
  const { state } = useDesk();
  const lists = callbackLists(state, useDeskNow(10_000));
  if (lists.now.length + lists.others.length === 0) return null;
  const held = ofSide([...lists.now, ...lists.others], 'service').length;
  return (
    <section aria-label="Callbacks by deadline">
      <h2 className="mb-2 text-base font-semibold">
        Callbacks by deadline{' '}
        <span className="font-normal text-ink-soft">
          ({lists.now.length} to call now
          {held < mostOpenCallbacks.service ? '' : `, of ${mostOpenCallbacks.service} or more`})
        </span>
      </h2>
      {lists.now.length === 0 ? <p className="text-ink-soft">Nobody has to be called by you now.</p> : null}
      <CallbackRows callbacks={lists.now} first={FIRST} />
      {lists.others.length > 0 ? (
        <>
          <h3 className="mt-4 mb-1 font-semibold">
            Again later, or with somebody else{' '}
            <span className="font-normal text-ink-soft">({lists.others.length})</span>
          </h3>
          <CallbackRows callbacks={lists.others} first={FIRST_OF_OTHERS} />
        </>
      ) : null}
    </section>
  );
}
