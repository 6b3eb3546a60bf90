'use client';

import type { ReactNode } from 'react';
import { errorWords } from '@/api/client';
import { HomeList } from './home-list';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { PageHeader } from './page-header';
import { useHome } from './use-home';

export type HomeScreenProps = {
  about: ReactNode;
  actions?: ReactNode;
  isClientNamed: boolean;
  /** What to do while nothing needs anybody. */
  emptyWords: ReactNode;
};

/** The first screen of the day: what needs me now, in order, and nothing else. */
export function HomeScreen({ about, actions, isClientNamed, emptyWords }: HomeScreenProps) {
  const query = useHome();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader title="What needs you now" about={about} actions={actions} />
      {query.isPending ? <LoadingRows rows={6} height={56} label="Your list is being loaded." /> : null}
      {query.isError && !query.data ? (
        <LoadError
          words={`Your list cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data ? (
        <HomeList
          home={query.data}
          isClientNamed={isClientNamed}
          empty={<EmptyState title="Nothing needs you now.">{emptyWords}</EmptyState>}
        />
      ) : null}
    </div>
  );
}
