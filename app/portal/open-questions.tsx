'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { buttonClasses } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';

/** How many questions wait for an answer, with the way there. */
export function OpenQuestions() {
  const api = useTRPC();
  const groups = useQuery(api.questions.groups.queryOptions({}));
  const open = groups.data?.length ?? 0;
  const callers = groups.data?.reduce((sum, group) => sum + group.callers, 0) ?? 0;
  return (
    <section aria-labelledby="open-questions" className="flex flex-col gap-2">
      <h2 id="open-questions" className="text-base font-semibold">
        Questions
      </h2>
      {groups.isError && !groups.data ? (
        <LoadError
          words={`The questions cannot be shown. ${errorWords(groups.error).words}`}
          onRetry={() => void groups.refetch()}
        />
      ) : null}
      {groups.isPending ? <LoadingRows rows={1} height={64} label="The questions are being loaded." /> : null}
      {groups.data && open === 0 ? (
        <p className="text-ink-soft">
          No question is open. What callers ask and your briefings do not answer appears here.
        </p>
      ) : null}
      {open > 0 ? (
        <>
          <p>
            <span className="font-medium text-high">
              {open === 1 ? '1 question has' : `${open} questions have`} no answer yet
            </span>
            , asked by {callers === 1 ? '1 caller' : `${callers} callers`}. Operators cannot answer until you
            do.
          </p>
          <div>
            <Link href="/portal/questions" className={buttonClasses('secondary', 'call')}>
              {open === 1 ? 'Answer it' : 'Answer them'}
              <ArrowRight aria-hidden className="size-4" />
            </Link>
          </div>
        </>
      ) : null}
    </section>
  );
}
