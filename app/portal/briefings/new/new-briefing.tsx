'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FilePlus2, LoaderCircle } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { LoadError } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { outlines, type Outline } from './outlines';

/** The choice of a beginning; a press makes the draft and opens it. */
export function NewBriefing({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [chosen, setChosen] = useState<string | null>(null);
  const create = useMutation(api.briefings.create.mutationOptions());

  const begin = ({ title, content }: Outline) => {
    if (create.isPending) return;
    setChosen(title);
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

  const isBusy = (title: string) => chosen === title && (create.isPending || create.isSuccess);
  return (
    <>
      <PageHeader
        title="New briefing"
        about="Choose where to begin. Nothing reaches an operator before you publish it."
      />
      {create.isError ? <LoadError words={`No draft was made. ${errorWords(create.error).words}`} /> : null}
      <ul className="flex flex-col gap-2">
        {outlines.map((outline) => (
          <li key={outline.title}>
            <button
              type="button"
              aria-busy={isBusy(outline.title)}
              onClick={() => begin(outline)}
              className="flex min-h-14 w-full items-center gap-3 rounded-md border border-line-strong bg-raised px-4 py-3 text-left hover:bg-accent-soft"
            >
              {isBusy(outline.title) ? (
                <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin" />
              ) : (
                <FilePlus2 aria-hidden className="size-5 shrink-0 text-accent" />
              )}
              <span>
                <span className="block font-medium">{outline.title}</span>
                <span className="block text-ink-soft">{outline.about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
