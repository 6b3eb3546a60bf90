'use client';

import { useState } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import type { WordingRules } from '@/domain/wording/model';
import { BriefingView } from '@/ui/briefing-view';
import { AccountInfo } from './account-info';
import { BriefingBanner } from './briefing-banner';
import { BriefingMarks } from './briefing-marks';
import { greetingOf } from './call-words';
import { TellKeys } from './key-for';
import { LanguageBar } from './language-bar';
import { NewClientPanel } from './new-client';
import { OtherBriefings } from './other-briefings';
import { ReadingStrip } from './reading-strip';
import { StaleWords } from './stale-words';
import type { CallReading } from './use-call-briefing';

type BriefingPanelProps = {
  call: CallCard;
  reading: CallReading;
  /** What a question to the client is checked against. */
  rules: WordingRules;
  onAsk: (question: string) => void;
  onLeaveStatements: () => void;
  loadProblem: string | null;
};

/** The left column: what to say. The text under the reader's eyes changes only when the reader asks for it. */
export function BriefingPanel(props: BriefingPanelProps) {
  const { call, reading, rules, onAsk, onLeaveStatements, loadProblem } = props;
  const { shown, newer, others, spoken } = reading;
  const [compared, setCompared] = useState<LiveBriefing | null>(null);
  const show = (next: LiveBriefing) => {
    setCompared(shown);
    reading.show(next);
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <NewClientPanel call={call} />
      <BriefingBanner reading={reading} before={compared} onShow={show} />
      {shown && !newer && reading.ending === null ? <ReadingStrip briefing={shown} /> : null}
      {call.channel === 'phone' ? (
        <section aria-label="Greeting">
          <p className="eyebrow">Greet with</p>
          <p className="read-aloud font-medium">“{greetingOf(call)}”</p>
        </section>
      ) : null}
      <StaleWords version={shown?.version} />
      {spoken && shown ? (
        <>
          <p className="flex flex-wrap gap-2 empty:hidden">
            <BriefingMarks briefing={shown} />
          </p>
          <LanguageBar spoken={spoken} onChoose={reading.chooseLanguage} />
          <BriefingView
            content={spoken.content}
            version={shown.version}
            publishedAt={shown.publishedAt}
            publishedByName={shown.publishedByName}
            zone={call.clientTimeZone}
            approvals={shown.approvals}
            withdrawals={spoken.struck}
            language={spoken.language}
            missing={spoken.missing}
            statementOrder={shown.content.statements.map(({ id }) => id)}
            told={reading.told}
            onTell={reading.tell}
            keysOf={(number) => <TellKeys number={number} />}
            onAsk={onAsk}
            questionRules={rules}
            onLeaveStatements={onLeaveStatements}
          />
        </>
      ) : call.briefingVersionId !== null ? (
        <p role="status" className="rounded-md bg-high-soft px-3 py-2 font-medium text-high">
          {loadProblem ?? 'Loading the incident briefing of this call.'}
        </p>
      ) : null}
      <OtherBriefings title={shown ? 'Also in force' : 'In force now'} briefings={others} onUse={show} />
      <AccountInfo call={call} hasIncident={shown !== null || others.length > 0} />
    </div>
  );
}
