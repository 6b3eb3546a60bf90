'use client';

import { UsersRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { QuestionGroup } from '@/domain/questions/model';
import { Button } from '@/ui/button';
import { Time } from '@/ui/time';
import { AskedCallbacks } from './asked-callbacks';
import { MoveQuestion } from './move-question';

export type QuestionCardProps = {
  group: QuestionGroup;
  /** Left out for whoever may only read. */
  onAnswer: (() => void) | undefined;
  onDismiss: (() => void) | undefined;
};

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const people = (callers: number) => (callers === 1 ? '1 caller' : `${callers} callers`);

/** One question in its callers' words: how it was last put, how else, how often, and by how many. */
export function QuestionCard({ group, onAnswer, onDismiss }: QuestionCardProps) {
  const { texts, questionIds, count, callers, firstAskedAt, lastAskedAt, headline, briefingId, state } =
    group;
  const [moved, setMoved] = useState<{ questionId: string; text: string } | null>(null);
  const newest = texts[0] ?? '';
  const unseen = count - texts.length;
  const canSort = state === 'open' && onAnswer !== undefined;
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
      <p className="max-w-[66ch] text-base leading-6 font-medium">“{newest}”</p>
      <p className="flex flex-wrap items-center gap-x-1.5 text-ink-soft">
        <UsersRound aria-hidden className="size-4" />
        <span className="font-medium text-ink">{people(callers)}</span>
        <span>
          asked it {times(count)}
          {count > 1 ? (
            <>
              , first <Time at={firstAskedAt} show="absolute" />
            </>
          ) : null}
          , last <Time at={lastAskedAt} />
        </span>
      </p>
      {count > 1 || canSort ? (
        <details>
          <summary className="min-h-6 text-accent">
            {count > 1 ? `How it was put, ${times(count)}` : 'Sort it elsewhere'}
          </summary>
          <ul className="mt-1 flex flex-col">
            {texts.map((text, place) => {
              const questionId = questionIds[place];
              return (
                <li key={questionId} className="flex items-center gap-2 border-t border-line py-1">
                  <span className="min-w-0 max-w-[66ch] flex-1">“{text}”</span>
                  {canSort && questionId ? (
                    <Button
                      size="compact"
                      variant="quiet"
                      aria-label={`Move: ${text.slice(0, 80)}`}
                      onClick={() => setMoved({ questionId, text })}
                    >
                      Move
                    </Button>
                  ) : null}
                </li>
              );
            })}
            {unseen > 0 ? (
              <li className="border-t border-line py-1 text-ink-soft">and {unseen} more</li>
            ) : null}
          </ul>
        </details>
      ) : null}
      <p className="text-ink-soft">
        About{' '}
        <Link href={`/portal/briefings/${briefingId}`} className="text-accent underline underline-offset-2">
          {headline || 'a briefing without a headline'}
        </Link>
      </p>
      {state === 'answered' ? <AskedCallbacks groupId={group.groupId} /> : null}
      {state === 'open' && onAnswer && onDismiss ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            size="call"
            aria-label={`Answer: ${newest.slice(0, 80)}`}
            onClick={onAnswer}
          >
            Answer
          </Button>
          <Button size="call" aria-label={`Not a question: ${newest.slice(0, 80)}`} onClick={onDismiss}>
            Not a question
          </Button>
        </div>
      ) : null}
      {moved ? <MoveQuestion group={group} {...moved} onClose={() => setMoved(null)} /> : null}
    </li>
  );
}
