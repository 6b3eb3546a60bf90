'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Scorecard } from '@/domain/coaching/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';

function Version({ form }: { form: Scorecard }) {
  return (
    <li className="border-b border-line py-2">
      <details>
        <summary className="cursor-pointer">
          <span className="font-medium">
            {form.version === 0 ? 'The trade’s own' : `Version ${form.version}`}
          </span>{' '}
          <span className="text-ink-soft">
            {form.criteria.length} criteria
            {form.createdAt === null ? null : (
              <>
                , {form.createdByName}, <Time at={form.createdAt} />
              </>
            )}
          </span>
        </summary>
        <ul className="mt-1 list-disc pl-5 text-[13px]">
          {form.criteria.map(({ id, name, hint, weight }) => (
            <li key={id}>
              {name} <span className="tabular-nums">× {weight}</span>
              {hint === '' ? null : <span className="text-ink-soft">: {hint}</span>}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** Every version of the form, the newest first. */
export function FormVersions() {
  const api = useTRPC();
  const query = useQuery(api.scores.forms.queryOptions());
  return (
    <section aria-labelledby="versions" className="flex min-w-0 flex-col gap-2">
      <h2 id="versions" className="text-base font-semibold">
        Versions
      </h2>
      {query.data ? (
        <ul className="border-t border-line">
          {query.data.map((form) => (
            <Version key={form.version} form={form} />
          ))}
        </ul>
      ) : query.isError ? (
        <LoadError
          words={`The versions cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={3} label="The versions are being loaded." />
      )}
    </section>
  );
}
