'use client';

import { CloudOff, LoaderCircle, Radio } from 'lucide-react';
import { useConnectionState, useLostAt, type ConnectionState } from './connection-state';
import { Time } from './time';

const looks: Record<ConnectionState, { icon: typeof Radio; words: string; colour: string }> = {
  live: { icon: Radio, words: 'Live', colour: 'text-fine' },
  connecting: { icon: LoaderCircle, words: 'Connecting', colour: 'text-medium' },
  offline: { icon: CloudOff, words: 'Not connected', colour: 'text-high' },
};

/** The connection in words, and how old everything on the page is where there is none; a change is told to screen readers once. */
export function ConnectionWords() {
  const state = useConnectionState();
  const lostAt = useLostAt();
  if (state === 'none') return null;
  const { icon: Icon, words, colour } = looks[state];
  return (
    <span
      role="status"
      className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${colour}`}
    >
      <Icon aria-hidden className={`size-4 ${state === 'connecting' ? 'animate-spin' : ''}`} />
      {words}
      {lostAt === null ? null : (
        <span className="font-normal max-sm:hidden">
          as of <Time at={lostAt} show="absolute" />
        </span>
      )}
    </span>
  );
}
