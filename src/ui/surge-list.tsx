'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FilePlus, TrendingUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Surge } from '@/domain/surges/model';
import { Button } from './button';
import { LoadError } from './list-states';
import { Time } from './time';

export type SurgeListProps = {
  /** Where this reader opens a briefing: "/portal/briefings". */
  briefingsHref: string;
  /** For readers of many clients. */
  isClientNamed: boolean;
  canAct: boolean;
};

/** More of them would push what is in force out of sight; the draft holds them all. */
const WORDS_SHOWN = 5;

type SurgeCardProps = SurgeListProps & { surge: Surge };

function SurgeCard({ surge, briefingsHref, isClientNamed, canAct }: SurgeCardProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const again = () => void queries.invalidateQueries({ queryKey: api.surges.list.pathKey() });
  const draft = useMutation(
    api.surges.draft.mutationOptions({
      onSuccess: (briefing) => {
        again();
        void queries.invalidateQueries({ queryKey: api.briefings.list.pathKey() });
        router.push(`${briefingsHref}/${briefing.id}`);
      },
    }),
  );
  const dismiss = useMutation(api.surges.dismiss.mutationOptions({ onSuccess: again }));
  const failed = [draft, dismiss].find((one) => one.isError);
  const callers = surge.calls === 1 ? '1 caller' : `${surge.calls} callers`;
  return (
    <li className="flex flex-col gap-3 rounded-md border-2 border-high bg-high-soft p-3">
      <p className="flex items-start gap-2 font-semibold text-high">
        <TrendingUp aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2.5} />
        <span>
          {isClientNamed ? `${surge.clientName}: ` : ''}
          {callers} in the past hour say the same, and no briefing is in force
        </span>
      </p>
      <ul aria-label="What callers say" className="flex flex-col gap-1">
        {surge.words.slice(0, WORDS_SHOWN).map((one) => (
          <li key={one.callId} className="max-w-[66ch]">
            “{one.text}”{' '}
            <span className="text-ink-soft">
              <Time at={new Date(one.at)} show="relative" />
            </span>
          </li>
        ))}
        {surge.words.length > WORDS_SHOWN ? (
          <li className="text-ink-soft">and {surge.words.length - WORDS_SHOWN} more</li>
        ) : null}
      </ul>
      <p className="text-ink-soft">
        Noticed <Time at={surge.detectedAt} />
      </p>
      {failed ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(failed.error).words}
        </p>
      ) : null}
      {canAct ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            size="call"
            icon={<FilePlus aria-hidden className="size-4" />}
            isBusy={draft.isPending || draft.isSuccess}
            onClick={() => draft.mutate({ surgeId: surge.id })}
          >
            Make a draft
          </Button>
          <Button
            size="call"
            isBusy={dismiss.isPending}
            onClick={() => dismiss.mutate({ surgeId: surge.id })}
          >
            Not needed
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** Many calls of one client about the same, with no briefing in force. Shows nothing where there is none. */
export function SurgeList(props: SurgeListProps) {
  const id = useId();
  const api = useTRPC();
  const list = useQuery(api.surges.list.queryOptions({}));
  if (list.isError && !list.data) {
    return (
      <LoadError
        words={`Whether many callers say the same cannot be shown. ${errorWords(list.error).words}`}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (!list.data || list.data.length === 0) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-base font-semibold">
        Many calls about the same
      </h2>
      <ul className="flex flex-col gap-2">
        {list.data.map((surge) => (
          <SurgeCard key={surge.id} {...props} surge={surge} />
        ))}
      </ul>
    </section>
  );
}
