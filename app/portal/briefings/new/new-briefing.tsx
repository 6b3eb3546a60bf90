'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { BriefingContentInput } from '@/domain/briefings/model';
import { briefingTemplates } from '@/domain/briefings/templates';
import { LoadError } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { Beginning } from './beginning';
import { EarlierBriefings } from './earlier-briefings';

/** The choice of a beginning; a press makes the draft and opens it. */
export function NewBriefing({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [chosen, setChosen] = useState<string | null>(null);
  const create = useMutation(api.briefings.create.mutationOptions());
  const [templates] = useState(briefingTemplates);

  const begin = (id: string, content: BriefingContentInput) => {
    if (create.isPending) return;
    setChosen(id);
    create.mutate(
      { ...content, clientId },
      {
        onSuccess: (briefing) => {
          queries.setQueryData(api.briefings.get.queryKey({ briefingId: briefing.id }), briefing);
          router.push(`/portal/briefings/${briefing.id}`);
        },
      },
    );
  };
  const isBusy = (id: string) => chosen === id && (create.isPending || create.isSuccess);

  return (
    <>
      <PageHeader
        title="New briefing"
        about="Choose where to begin. Nothing reaches an operator before you publish it."
      />
      {create.isError ? <LoadError words={`No draft was made. ${errorWords(create.error).words}`} /> : null}
      <section aria-labelledby="templates" className="flex flex-col gap-2">
        <h2 id="templates" className="text-base font-semibold">
          From a template
        </h2>
        <p className="-mt-1 text-ink-soft">
          Ready to publish but for a few words in [brackets], which you fill in.
        </p>
        <ul className="grid gap-2 sm:grid-cols-2">
          {templates.map(({ id, title, summary, content }) => (
            <li key={id}>
              <Beginning
                title={title}
                about={summary}
                isBusy={isBusy(id)}
                onPress={() => begin(id, content)}
              />
            </li>
          ))}
          <li>
            <Beginning
              title="Blank"
              about="All blocks, nothing in them."
              isBusy={isBusy('blank')}
              onPress={() => begin('blank', {})}
            />
          </li>
        </ul>
      </section>
      <EarlierBriefings clientId={clientId} isBusy={isBusy} onChoose={begin} />
    </>
  );
}
