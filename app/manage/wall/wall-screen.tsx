'use client';

import Link from 'next/link';
import { errorWords } from '@/api/client';
import type { Wall } from '@/domain/reports/model';
import { averageAnswer, abandonRate, isLevelMet, serviceLevel } from '@/domain/reports/service-level';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { Elapsed, Time } from '@/ui/time';
import { useWall } from './use-wall';
import { WallFigure } from './wall-figure';
import { WallOperators } from './wall-operators';
import { percentWords, ruleWords, secondsWords, spanWords } from './wall-words';

function levelJudgement({ lastHour, rules }: Wall) {
  const isMet = isLevelMet(lastHour, rules);
  if (isMet === null) return null;
  return { isFine: isMet, words: isMet ? 'Goal reached' : `Below ${rules.serviceLevelPercent} %` };
}

const noneOr = (count: number, fine: string, act: string) => ({
  isFine: count === 0,
  words: count === 0 ? fine : act,
});

function WallFigures({ wall }: { wall: Wall }) {
  const { lastHour, lastDay, waiting, promises, escalations } = wall;
  const day = spanWords(lastDay);
  const due = promises.overdue + promises.dueSoon;
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <WallFigure
        label="Service level, last hour"
        figure={percentWords(serviceLevel(lastHour))}
        judgement={levelJudgement(wall)}
      >
        {lastHour.inTime} of {lastHour.counted} in time. Last 24 hours: {day.level}
      </WallFigure>
      <WallFigure
        label="Calls waiting now"
        figure={waiting.calls}
        judgement={noneOr(waiting.calls, 'Nobody waits', 'Callers are waiting')}
      >
        {waiting.oldestRingAt ? (
          <>
            Longest wait <Elapsed since={waiting.oldestRingAt} />
          </>
        ) : (
          'Longest wait –'
        )}
      </WallFigure>
      <WallFigure
        label="Escalations not acknowledged"
        figure={escalations.unacknowledged}
        judgement={noneOr(escalations.unacknowledged, 'All acknowledged', 'Somebody has to answer')}
      >
        {escalations.oldestStartedAt ? (
          <>
            Oldest <Elapsed since={escalations.oldestStartedAt} />
          </>
        ) : (
          'Oldest –'
        )}
      </WallFigure>
      <WallFigure
        label="Promises due in 30 minutes"
        figure={due}
        judgement={noneOr(
          promises.overdue,
          'None is late',
          promises.overdue === 1 ? '1 is overdue' : `${promises.overdue} are overdue`,
        )}
      >
        {promises.dueSoon} due within 30 minutes, {promises.overdue} overdue
      </WallFigure>
      <WallFigure label="Average speed of answer, last hour" figure={secondsWords(averageAnswer(lastHour))}>
        {lastHour.answered} answered. Last 24 hours: {day.asa}
      </WallFigure>
      <WallFigure label="Abandoned, last hour" figure={percentWords(abandonRate(lastHour))}>
        {lastHour.abandoned} of {lastHour.received} received. Last 24 hours: {day.abandoned}
      </WallFigure>
    </div>
  );
}

/** How all desks do right now, for a screen that hangs where everybody sees it. */
export function WallScreen() {
  const { data: wall, isError, error, refetch } = useWall();
  return (
    <div className="flex w-full flex-col gap-5 px-4 py-6 lg:px-6">
      <PageHeader
        title="Wall"
        actions={
          <Link
            href="/manage/escalations?review=all"
            className="inline-flex min-h-9 items-center text-accent underline underline-offset-2"
          >
            Open the escalations
          </Link>
        }
        about={
          <div className="min-h-10">
            {wall && isError ? (
              <p role="alert" className="font-medium text-high">
                Not up to date since <Time at={wall.readAt} />. {errorWords(error).words}
              </p>
            ) : wall ? (
              <p>
                {ruleWords(wall.rules)} Calls of the last hour and of the last 24 hours, whatever the time
                zone. As of <Time at={wall.readAt} show="absolute" />.
              </p>
            ) : (
              <p>How all desks do right now.</p>
            )}
          </div>
        }
      />
      {wall ? (
        <>
          <WallFigures wall={wall} />
          <WallOperators operators={wall.operators} />
        </>
      ) : isError ? (
        <LoadError
          words={`The wall cannot be shown. ${errorWords(error).words}`}
          onRetry={() => void refetch()}
        />
      ) : (
        <>
          <div aria-hidden className="grid animate-late gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {Array.from({ length: 6 }, (_, place) => (
              <div key={place} className="min-h-44 rounded-lg border border-line" />
            ))}
          </div>
          <LoadingRows rows={4} height={44} label="The figures are being loaded." />
        </>
      )}
    </div>
  );
}
