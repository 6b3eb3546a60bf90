'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/ui/button';
import { useDesk } from './desk-context';
import { Keys } from './key-for';
import { actionWords, keysOf, type KeyAction } from './keymap';
import type { KeySetup } from './use-key-setup';

function Taken({ setup, action }: { setup: KeySetup; action: KeyAction }) {
  const { keys: own } = useDesk().state.preferences;
  const swap = useRef<HTMLButtonElement>(null);
  useEffect(() => swap.current?.focus(), []);
  const { change } = setup;
  if (change?.kind !== 'taken') return null;
  const isOffAfter = keysOf(action, own) === null;
  return (
    <div className="col-span-full flex flex-wrap items-center gap-2 rounded-md bg-medium-soft px-3 py-2 text-medium">
      <p role="alert" className="min-w-0 flex-1 font-medium">
        <Keys keys={change.keys} /> does “{actionWords[change.other]}” already.
        {isOffAfter ? ' Swapped, that one has no key.' : ''}
      </p>
      <Button ref={swap} size="compact" onClick={setup.swap}>
        Swap
      </Button>
      <Button size="compact" variant="quiet" onClick={setup.leave}>
        Leave as it is
      </Button>
    </div>
  );
}

/** One action with this person's keys, and the ways to change them. */
export function KeyRow({ action, setup }: { action: KeyAction; setup: KeySetup }) {
  const { keys: own } = useDesk().state.preferences;
  const keys = keysOf(action, own);
  const words = actionWords[action];
  const change = setup.change?.action === action ? setup.change : null;
  const isAsking = change?.kind === 'asking';
  const isUsual = setup.isUsual(action);
  const button = useRef<HTMLButtonElement>(null);
  const wasTaken = useRef(false);
  const isTaken = change?.kind === 'taken';
  useEffect(() => {
    // The question is gone, and the focus with it.
    if (wasTaken.current && !isTaken) button.current?.focus();
    wasTaken.current = isTaken;
  }, [isTaken]);
  const about = <span className="sr-only">: {words}</span>;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-line py-1 sm:grid-cols-[minmax(0,1fr)_7rem_auto]">
      <span>{words}</span>
      <span className="text-right sm:text-left">
        {keys === null ? <span className="text-ink-soft">Off</span> : <Keys keys={keys} />}
      </span>
      <span className="flex flex-wrap justify-end gap-1 max-sm:col-span-full">
        <Button ref={button} size="compact" className="min-w-36" onClick={() => setup.ask(action)}>
          {isAsking ? 'Press the new keys' : 'Change'}
          {about}
        </Button>
        <Button
          size="compact"
          variant="quiet"
          aria-disabled={keys === null || undefined}
          onClick={() => {
            if (keys !== null) setup.switchOff(action);
          }}
        >
          Off{about}
        </Button>
        <Button
          size="compact"
          variant="quiet"
          aria-disabled={isUsual || undefined}
          onClick={() => {
            if (!isUsual) setup.takeUsual(action);
          }}
        >
          Usual keys{about}
        </Button>
      </span>
      {isAsking && change.words ? (
        <p role="alert" className="col-span-full font-medium text-critical">
          {change.words} Press others, or Esc to leave it as it is.
        </p>
      ) : null}
      {isTaken ? <Taken setup={setup} action={action} /> : null}
    </li>
  );
}
