'use client';

import { Button } from '@/ui/button';
import { KeyHint } from '@/ui/key-hint';
import { useNow } from '@/ui/now';
import { relativeWords } from '@/ui/time-words';
import { AnswerProblem } from './answer-problem';
import { useDesk } from './desk-context';
import { comingBriefings, liveBriefings, openEscalations, ownOpenCalls } from './desk-selectors';
import { IncidentList } from './incident-list';
import { OpenCalls } from './open-calls';
import { OwnEscalations } from './own-escalations';
import { StaleWords } from './stale-words';
import { UnsavedWords } from './unsaved-words';

function loadedWords(count: number, newest: Date | null, now: Date | null): string {
  if (count === 0) return 'No live briefings: every client gets its standing account info.';
  const briefings = count === 1 ? '1 live briefing loaded' : `${count} live briefings loaded`;
  if (newest === null || now === null) return `${briefings}.`;
  const age = relativeWords(newest, now);
  return `${briefings}, newest ${age === 'just now' ? 'just published' : age.replace(' ago', ' old')}.`;
}

/** Between calls: what is going on at the clients, so that the next ring finds a prepared operator. */
export function IdleScreen({ onShowKeys }: { onShowKeys: () => void }) {
  const desk = useDesk();
  const now = useNow();
  const at = now ?? new Date(0);
  const live = liveBriefings(desk.state, at);
  const coming = comingBriefings(desk.state, at);
  const newest = live.reduce<Date | null>(
    (latest, { publishedAt }) => (latest === null || publishedAt > latest ? publishedAt : latest),
    null,
  );
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold">No calls</h1>
          <p className="mt-1 text-ink-soft">
            {now ? loadedWords(live.length, newest, now) : 'Loading briefings'}
          </p>
        </div>
        <Button variant="quiet" onClick={onShowKeys}>
          Keys <KeyHint keys={['Ctrl', '/']} />
        </Button>
      </header>
      <AnswerProblem />
      <StaleWords />
      <UnsavedWords />
      <OpenCalls calls={ownOpenCalls(desk.state)} />
      <OwnEscalations escalations={openEscalations(desk.state)} />
      <IncidentList title="Live incidents" briefings={live} isEmptyShown={now !== null} />
      <IncidentList title="Beginning within a day" briefings={coming} isEmptyShown={false} isComing />
    </div>
  );
}
