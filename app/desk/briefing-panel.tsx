'use client';

import { useState } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import { BriefingView } from '@/ui/briefing-view';
import { AccountInfo } from './account-info';
import { BriefingBanner } from './briefing-banner';
import { greetingOf } from './call-words';
import type { CallBriefing } from './desk-selectors';
import { StaleWords } from './stale-words';

type BriefingPanelProps = {
  call: CallCard;
  briefing: CallBriefing;
  /** The version on screen: the one of the ring until the operator asks for the newer one. */
  shown: LiveBriefing | null;
  onShow: (briefing: LiveBriefing) => void;
  told: ReadonlySet<string>;
  onTell: (statementId: string) => void;
  onAsk: (question: string) => void;
  onLeaveStatements: () => void;
  loadProblem: string | null;
};

/** The left column: what to say. The text under the reader's eyes changes only when the reader asks for it. */
export function BriefingPanel(props: BriefingPanelProps) {
  const { call, briefing, shown, onShow, told, onTell, onAsk, onLeaveStatements, loadProblem } = props;
  const [compared, setCompared] = useState<LiveBriefing | null>(null);
  const newer = briefing.newer && briefing.newer.versionId !== shown?.versionId ? briefing.newer : null;
  return (
    <div className="flex flex-col gap-4 p-4">
      <BriefingBanner
        shown={shown}
        newer={newer}
        isResolved={briefing.isResolved}
        before={compared}
        onShow={(next) => {
          setCompared(shown);
          onShow(next);
        }}
      />
      <section aria-label="Greeting">
        <p className="eyebrow">Greet with</p>
        <p className="read-aloud font-medium">“{greetingOf(call)}”</p>
      </section>
      <StaleWords version={shown?.version} />
      {shown ? (
        <BriefingView
          content={shown.content}
          version={shown.version}
          publishedAt={shown.publishedAt}
          publishedByName={shown.publishedByName}
          zone={call.clientTimeZone}
          told={told}
          onTell={onTell}
          onAsk={onAsk}
          onLeaveStatements={onLeaveStatements}
        />
      ) : (
        <>
          {call.briefingVersionId !== null ? (
            <p role="status" className="rounded-md bg-high-soft px-3 py-2 font-medium text-high">
              {loadProblem ?? 'Loading the incident briefing of this call.'}
            </p>
          ) : null}
          <AccountInfo call={call} />
        </>
      )}
    </div>
  );
}
