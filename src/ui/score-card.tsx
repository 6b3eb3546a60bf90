import type { ReactNode } from 'react';
import { percentWords } from '@/domain/coaching/coaching-words';
import type { CallScore } from '@/domain/coaching/model';
import { MarkChip } from './mark-chip';
import { Time } from './time';

function Lines({ lines }: Pick<CallScore, 'lines'>) {
  return (
    <ul className="border-t border-line">
      {lines.map(({ id, name, weight, mark, words }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-1.5">
          <span className="w-44 font-medium">
            {name} <span className="font-normal text-ink-soft tabular-nums">× {weight}</span>
          </span>
          <span className="w-32">
            <MarkChip mark={mark} />
          </span>
          {words === '' ? null : <span className="max-w-[66ch] min-w-0 flex-1 basis-56">{words}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the person who is coached says to it. */
export function CoachingAnswer({
  answer,
  answeredAt,
  by,
}: {
  answer: string;
  answeredAt: Date | null;
  by: string;
}) {
  if (answer === '' || answeredAt === null) return null;
  return (
    <div className="border-l-4 border-line-strong pl-3">
      <p className="max-w-[66ch] whitespace-pre-line">{answer}</p>
      <p className="text-[13px] text-ink-soft">
        {by}, <Time at={answeredAt} />
      </p>
    </div>
  );
}

export type ScoreCardProps = {
  score: CallScore;
  /** What the call is called here, perhaps with a link. */
  title: ReactNode;
  /** What can be done about it. */
  children?: ReactNode;
};

/** How one call was scored: criterion by criterion, in words, and what its operator said to it. */
export function ScoreCard({ score, title, children }: ScoreCardProps) {
  const { percent, lines, words, scoredByName, scoredAt, seenAt, answer, answeredAt, operatorName } = score;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="text-xl leading-7 font-semibold tabular-nums">{percentWords(percent)}</p>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-ink-soft">
          rang <Time at={score.ringAt} zone={score.clientTimeZone} />
        </p>
      </div>
      <Lines lines={lines} />
      {words === '' ? null : <p className="max-w-[66ch] whitespace-pre-line">{words}</p>}
      <p className="text-[13px] text-ink-soft">
        Scored by {scoredByName}, <Time at={scoredAt} />.{' '}
        {seenAt === null ? (
          'Not seen yet.'
        ) : (
          <>
            Seen <Time at={seenAt} show="relative" />.
          </>
        )}
      </p>
      <CoachingAnswer answer={answer} answeredAt={answeredAt} by={operatorName} />
      {children}
    </div>
  );
}
