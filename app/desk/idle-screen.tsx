'use client';

import { useState } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { useNow } from '@/ui/now';
import { relativeWords } from '@/ui/time-words';
import { AnswerProblem } from './answer-problem';
import { BriefingSheet } from './briefing-sheet';
import { comingBriefings, liveBriefings } from './briefing-selectors';
import { CallbackList } from './callback-list';
import { ComplaintDialog } from './complaint-dialog';
import { ConfirmList } from './confirm-list';
import { useDesk, useDeskNow } from './desk-context';
import { openEscalations, ownOpenCalls, waitingCalls } from './desk-selectors';
import { EscalationNews } from './escalation-news';
import { HomeNow } from './home-now';
import { IncidentList } from './incident-list';
import { KeyFor } from './key-for';
import { OpenCalls } from './open-calls';
import { OverflowList } from './overflow-list';
import { OwnEscalations } from './own-escalations';
import { PromiseList } from './promise-list';
import { StaleWords } from './stale-words';
import { UnsavedWords } from './unsaved-words';
import { useReadings } from './use-readings';
import { WaitingList } from './waiting-list';

function loadedWords(count: number, newest: Date | null, now: Date): string {
  if (count === 0) return 'No live briefings: every client gets its standing account info.';
  const briefings = count === 1 ? '1 live briefing loaded' : `${count} live briefings loaded`;
  if (newest === null) return `${briefings}.`;
  const age = relativeWords(newest, now);
  return `${briefings}, newest ${age === 'just now' ? 'just published' : age.replace(' ago', ' old')}.`;
}

/** Between calls: what is going on at the clients, so that the next ring finds a prepared operator. */
export function IdleScreen({ onShowKeys }: { onShowKeys: () => void }) {
  const { state } = useDesk();
  const now = useNow();
  const at = useDeskNow();
  const readings = useReadings();
  const [opened, setOpened] = useState<LiveBriefing | null>(null);
  const [isComplaintOpen, setIsComplaintOpen] = useState(false);
  const live = liveBriefings(state, at);
  const coming = comingBriefings(state, at);
  const newest = live.reduce<Date | null>(
    (latest, { publishedAt }) => (latest === null || publishedAt > latest ? publishedAt : latest),
    null,
  );
  const isToConfirm = (briefing: LiveBriefing) => ['unread', 'waiting'].includes(readings.of(briefing));
  // What is open follows its briefing to the next version, and closes when that is in force no more.
  const all = [...live, ...coming];
  const shown =
    all.find(({ versionId }) => versionId === opened?.versionId) ??
    all.find(({ briefingId }) => briefingId === opened?.briefingId) ??
    null;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-8 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold">
            {waitingCalls(state).length === 0 ? 'No calls' : 'No calls for your clients'}
          </h1>
          <p className="mt-1 text-ink-soft">
            {now ? loadedWords(live.length, newest, now) : 'Loading briefings'}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setIsComplaintOpen(true)}>Enter an e-mailed complaint</Button>
          <Button variant="quiet" onClick={onShowKeys}>
            Keys <KeyFor action="keySheet" />
          </Button>
        </div>
      </header>
      <AnswerProblem />
      <StaleWords />
      <UnsavedWords />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <HomeNow />
          <OpenCalls calls={ownOpenCalls(state)} />
          <PromiseList />
          <CallbackList />
          <ConfirmList briefings={live.filter(isToConfirm)} opened={shown} onOpen={setOpened} />
          <EscalationNews />
          <OwnEscalations escalations={openEscalations(state)} />
          <OverflowList />
          <IncidentList
            title="Live incidents"
            briefings={live.filter((briefing) => !isToConfirm(briefing))}
            onOpen={setOpened}
            isEmptyShown={live.length === 0}
          />
          <IncidentList title="Beginning within a day" briefings={coming} onOpen={setOpened} isComing />
        </div>
        <WaitingList />
      </div>
      <BriefingSheet briefing={shown} onClose={() => setOpened(null)} />
      <ComplaintDialog isOpen={isComplaintOpen} onOpenChange={setIsComplaintOpen} />
    </div>
  );
}
