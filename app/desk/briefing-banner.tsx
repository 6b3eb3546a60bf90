'use client';

import { RefreshCw } from 'lucide-react';
import type { LiveBriefing, Withdrawal } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { clockWords } from '@/ui/time-words';
import { ChangeDetails } from './change-details';
import { summarizeChanges } from './briefing-change-words';
import { useDesk, useDeskNow } from './desk-context';
import { EndingWords } from './ending-words';
import { KeyFor } from './key-for';
import { ToldInVainWords } from './told-in-vain-words';
import type { CallReading } from './use-call-briefing';
import { useReadings } from './use-readings';

type BriefingBannerProps = {
  reading: CallReading;
  /** The version that was on screen before the reader asked for the newer one. */
  before: LiveBriefing | null;
  onShow: (briefing: LiveBriefing) => void;
};

type NoticeProps = {
  words: string;
  briefing: LiveBriefing;
  /** F6 confirms this one. */
  hasKey: boolean;
  onShow: (briefing: LiveBriefing) => void;
};

function Notice({ words, briefing, hasKey, onShow }: NoticeProps) {
  const readings = useReadings();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-medium-soft px-3 py-2 text-medium ring-1 ring-current/30">
      <RefreshCw aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-40 font-medium">{words}</p>
      <Button size="compact" onClick={() => onShow(briefing)}>
        Show
      </Button>
      {readings.of(briefing) === 'unread' ? (
        <Button size="compact" onClick={() => readings.confirm(briefing)}>
          I have read it {hasKey ? <KeyFor action="confirm" /> : null}
        </Button>
      ) : null}
    </div>
  );
}

/** Says politely what changed during the call, and after "Show" what exactly is different. */
export function BriefingBanner({ reading, before, onShow }: BriefingBannerProps) {
  const { state } = useDesk();
  const now = useDeskNow(60_000);
  const { shown, newer, arrived, toConfirm, ending, inVain } = reading;
  const hasKey = (briefing: LiveBriefing) => briefing.versionId === toConfirm?.versionId;
  const when = (instant: string) => clockWords(new Date(instant), now);
  const changesBetween = (was: LiveBriefing, next: LiveBriefing) => {
    const withdrawals = withdrawnBetween(state.withdrawals[next.briefingId] ?? [], was, next);
    return summarizeChanges(was.content, next.content, { when, withdrawals });
  };
  const isCompared = before !== null && before.briefingId === shown?.briefingId;
  const done = isCompared && shown && !newer ? changesBetween(before, shown) : null;
  return (
    <div role="status" className="sticky top-0 z-20 flex flex-col gap-2 empty:hidden">
      {newer && shown ? (
        <Notice
          words={`v${newer.version}: ${changesBetween(shown, newer).words}.`}
          briefing={newer}
          hasKey={hasKey(newer)}
          onShow={onShow}
        />
      ) : null}
      {arrived.map((briefing) => (
        <Notice
          key={briefing.versionId}
          words={`New briefing: ${briefing.content.headline}`}
          briefing={briefing}
          hasKey={hasKey(briefing)}
          onShow={onShow}
        />
      ))}
      {ending ? <EndingWords ending={ending} /> : null}
      <ToldInVainWords told={inVain} />
      {done && done.changes.length > 0 && shown ? (
        <ChangeDetails words={`v${shown.version}: ${done.words}`} changes={done.changes} />
      ) : null}
    </div>
  );
}

function withdrawnBetween(all: readonly Withdrawal[], was: LiveBriefing, next: LiveBriefing): Withdrawal[] {
  return all.filter(({ version }) => version >= was.version && version < next.version);
}
