'use client';

import { PhoneIncoming, TriangleAlert } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { KeyHint } from '@/ui/key-hint';
import { NeverSay } from '@/ui/never-say';
import { useNow } from '@/ui/now';
import { SeverityChip } from '@/ui/severity-chip';
import { Elapsed, Time } from '@/ui/time';
import { AccountInfo } from './account-info';
import { AnswerProblem } from './answer-problem';
import { callName, greetingOf } from './call-words';
import { CallerLine } from './caller-line';
import { useDesk } from './desk-context';
import { briefingOf, ownOpenCalls, waitingCalls } from './desk-selectors';
import { StaleWords } from './stale-words';
import { UnsavedWords } from './unsaved-words';

/** The first second of a call, painted from what the desk already holds. */
export function RingScreen({ call }: { call: CallCard }) {
  const { state, answer, answeringId, openCall, openCallId } = useDesk();
  const now = useNow(10_000) ?? call.ringAt;
  const { atRing, newer } = briefingOf(state, call, now);
  const briefing = newer ?? atRing;
  const content = briefing?.content;
  const others = waitingCalls(state).filter((other) => other.id !== call.id).length;
  const isBusy = ownOpenCalls(state).some((own) => own.state === 'live');

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        tabIndex={0}
        role="group"
        aria-label="The ringing call"
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <div className="mx-auto flex max-w-4xl flex-col gap-5 px-4 py-5 sm:px-6">
          <AnswerProblem callId={call.id} />
          <header className="flex flex-col gap-1">
            <p role="status" className="flex items-center gap-1.5 font-semibold text-high">
              <PhoneIncoming aria-hidden className="size-4" />
              Ringing
            </p>
            <h1 className="text-[28px] leading-9 font-semibold text-balance">{callName(call)}</h1>
            <CallerLine call={call} />
          </header>

          <section aria-label="Greeting" className="rounded-md bg-accent-soft px-4 py-3">
            <p className="eyebrow">Greet with</p>
            <p className="read-aloud font-medium">“{greetingOf(call)}”</p>
          </section>

          {briefing && content ? (
            <>
              <section aria-label="Incident" className="flex flex-col gap-1.5">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <SeverityChip severity={content.severity} />
                  <span className="text-[13px] text-ink-soft">
                    v{briefing.version}, changed <Time at={briefing.publishedAt} show="relative" />
                  </span>
                  <StaleWords version={briefing.version} />
                </div>
                <h2 className="text-lg leading-6 font-semibold">{content.headline}</h2>
              </section>
              {content.opening ? (
                <section aria-label="Opening statement">
                  <p className="eyebrow">Then say</p>
                  <p className="read-aloud">{content.opening}</p>
                </section>
              ) : null}
              <NeverSay items={content.neverSay} />
            </>
          ) : (
            <>
              {call.briefingVersionId !== null ? (
                <p className="flex items-center gap-1.5 rounded-md bg-high-soft px-3 py-2 font-medium text-high">
                  <TriangleAlert aria-hidden className="size-4 shrink-0" />
                  An incident briefing exists but is not on this desk yet. It loads when you answer.
                </p>
              ) : null}
              <StaleWords />
              <AccountInfo call={call} />
            </>
          )}
          <UnsavedWords />
        </div>
      </div>
      <div className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunken px-4 py-1.5">
        <p className="font-medium">
          Waiting <Elapsed since={call.ringAt} />
          {others > 0 ? <span className="text-ink-soft">, {others} more waiting</span> : null}
        </p>
        <div className="ml-auto flex gap-2">
          {openCallId === call.id ? (
            <Button size="call" variant="quiet" onClick={() => openCall(null)}>
              Back
            </Button>
          ) : null}
          {isBusy ? (
            <p className="text-ink-soft">Finish your call first.</p>
          ) : (
            <Button
              variant="primary"
              size="call"
              isBusy={answeringId === call.id}
              onClick={() => answer(call)}
            >
              Answer <KeyHint keys="F2" />
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
