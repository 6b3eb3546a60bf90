'use client';

import { useState } from 'react';
import type { BriefingVersion, Language, Withdrawal } from '@/domain/briefings/model';
import { spokenContent, spokenLanguages } from '@/domain/briefings/spoken-content';
import { BriefingView } from './briefing-view';
import { LanguageChoice } from './language-choice';

/** Before any validity ends: a record shows also what has expired since. */
const BEFORE_ALL = new Date(0);

export type RecordedBriefingProps = {
  version: BriefingVersion;
  withdrawals: readonly Withdrawal[];
  zone: string | null;
};

/** One published version to read in any of its languages: who approved what, and what was withdrawn since. */
export function RecordedBriefing({ version, withdrawals, zone }: RecordedBriefingProps) {
  const { content, approvals, publishedAt, publishedByName } = version;
  const [chosen, setChosen] = useState<Language>(content.language);
  const { content: shown, missing } = spokenContent(content, chosen, BEFORE_ALL);
  return (
    <div className="flex flex-col gap-3">
      <LanguageChoice languages={spokenLanguages(content)} chosen={chosen} onChoose={setChosen} />
      <BriefingView
        content={shown}
        language={chosen}
        missing={missing}
        approvals={approvals}
        withdrawals={withdrawals}
        version={version.version}
        publishedAt={publishedAt}
        publishedByName={publishedByName}
        zone={zone}
        isRecord
      />
    </div>
  );
}
