'use client';

import { PhoneIncoming, TriangleAlert } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { classNames } from '@/ui/class-names';
import { NeverSay } from '@/ui/never-say';
import { SeverityChip } from '@/ui/severity-chip';
import { Time } from '@/ui/time';
import { WordingMark, wordingRecord } from '@/ui/wording-mark';
import { AccountInfo } from './account-info';
import { AnswerProblem } from './answer-problem';
import { BriefingMarks } from './briefing-marks';
import { briefingsOf } from './briefing-selectors';
import { callName, greetingOf } from './call-words';
import { CallerLine } from './caller-line';
import { useDesk, useDeskNow } from './desk-context';
import { overflowOf } from './desk-selectors';
import { LanguageBar } from './language-bar';
import { NewClientAside } from './new-client';
import { OpenCallbacks } from './open-callbacks';
import { OtherBriefings } from './other-briefings';
import { OverflowWords } from './overflow-words';
import { isNewClient, takesClient } from './queue-selectors';
import { ReadingStrip } from './reading-strip';
import { RingBar } from './ring-bar';
import { languageOf } from './spoken-briefing';
import { StaleWords } from './stale-words';
import { UnsavedWords } from './unsaved-words';
import { useConfirmKey } from './use-readings';
import { useSpoken } from './use-spoken';

/** The first second of a call, painted from what the desk already holds. */
export function RingScreen({ call }: { call: CallCard }) {
  const { state } = useDesk();
  const now = useDeskNow();
  const [briefing = null, ...others] = briefingsOf(state, call.clientId, now);
  const { spoken, choose } = useSpoken(call.id, briefing);
  const overflow = overflowOf(state, call.clientId, now);
  const content = spoken?.content;
  const isNew = isNewClient(state, call);
  const isNotHere = call.briefingVersionId !== null && state.versions[call.briefingVersionId] === undefined;
  useConfirmKey(() => briefing);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        tabIndex={0}
        role="group"
        aria-label="The ringing call"
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <div
          className={classNames(
            'mx-auto flex flex-col gap-5 px-4 py-5 sm:px-6',
            // Beside what is read aloud, so that neither is below the edge of the screen.
            isNew
              ? 'max-w-7xl lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-6'
              : 'max-w-4xl',
          )}
        >
          <div className="flex min-w-0 flex-col gap-5">
            <AnswerProblem callId={call.id} />
            <header className="flex flex-col gap-1">
              <p role="status" className="flex items-center gap-1.5 font-semibold text-high">
                <PhoneIncoming aria-hidden className="size-4" />
                Ringing
              </p>
              <h1 className="text-[28px] leading-9 font-semibold text-balance">{callName(call)}</h1>
              <CallerLine call={call} />
              {takesClient(state, call.clientId) ? null : (
                <p className="font-medium text-medium">
                  Not one of your clients: none of those who take its calls has answered yet.
                </p>
              )}
              {overflow ? <OverflowWords window={overflow} /> : null}
            </header>

            <OpenCallbacks call={call} />
            {briefing ? <ReadingStrip briefing={briefing} /> : null}
            <section aria-label="Greeting" className="rounded-md bg-accent-soft px-4 py-3">
              <p className="eyebrow">Greet with</p>
              <p className="read-aloud font-medium">“{greetingOf(call)}”</p>
            </section>
          </div>

          {isNew ? (
            <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
              <NewClientAside call={call} />
            </div>
          ) : null}

          <div className="flex min-w-0 flex-col gap-5">
            {briefing && spoken && content ? (
              <>
                <section aria-label="Incident" className="flex flex-col gap-1.5">
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <SeverityChip severity={content.severity} />
                    <span className="text-[13px] text-ink-soft">
                      v{briefing.version}, changed <Time at={briefing.publishedAt} show="relative" />
                    </span>
                    <BriefingMarks briefing={briefing} />
                    <StaleWords version={briefing.version} />
                  </div>
                  <h2 className="text-lg leading-6 font-semibold">{content.headline}</h2>
                  <LanguageBar spoken={spoken} onChoose={choose} />
                </section>
                {content.opening ? (
                  <section aria-label="Opening statement">
                    <p className="eyebrow">Then say</p>
                    <p lang={languageOf(spoken, 'opening')} dir="auto" className="read-aloud">
                      {content.opening}
                    </p>
                    <WordingMark
                      record={wordingRecord(content, {
                        language: spoken.language,
                        missing: spoken.missing,
                        approvals: briefing.approvals,
                        zone: call.clientTimeZone,
                      })}
                      block="opening"
                      isShort
                    />
                  </section>
                ) : null}
                <NeverSay items={content.neverSay} />
              </>
            ) : (
              <>
                {isNotHere ? (
                  <p className="flex items-center gap-1.5 rounded-md bg-high-soft px-3 py-2 font-medium text-high">
                    <TriangleAlert aria-hidden className="size-4 shrink-0" />
                    An incident briefing exists but is not on this desk yet. It loads when you answer.
                  </p>
                ) : null}
                <StaleWords />
              </>
            )}
            <OtherBriefings briefings={others} />
            {isNew ? null : <AccountInfo call={call} hasIncident={briefing !== null || isNotHere} />}
            <UnsavedWords />
          </div>
        </div>
      </div>
      <RingBar call={call} />
    </div>
  );
}
