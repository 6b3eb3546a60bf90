'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { BriefingContent } from '@/domain/briefings/model';
import { blockTitles } from './briefing-words';
import { apologyWords, playbookName } from './playbook-words';

/** How a briefing wants its calls taken: the apologies it permits, and its playbook. */
export function BriefingMethod({ apologies, playbookId }: Pick<BriefingContent, 'apologies' | 'playbookId'>) {
  const api = useTRPC();
  const names = useQuery(api.playbooks.options.queryOptions(undefined, { enabled: playbookId !== null }));
  const named = names.data?.find(({ id }) => id === playbookId)?.name ?? playbookName(playbookId);
  return (
    <dl className="grid gap-x-4 gap-y-2 border-t border-line pt-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="font-semibold">{blockTitles.apologies}</dt>
      <dd>
        {apologies.length === 0 ? 'None: operators do not apologise.' : null}
        <ul>
          {apologies.map((kind) => (
            <li key={kind}>
              {apologyWords[kind].words} <span className="text-ink-soft">{apologyWords[kind].hint}</span>
            </li>
          ))}
        </ul>
      </dd>
      <dt className="font-semibold">{blockTitles.playbookId}</dt>
      <dd>{named}</dd>
    </dl>
  );
}
