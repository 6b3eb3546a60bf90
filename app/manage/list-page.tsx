import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

export type ListPageProps = {
  title: string;
  about: ReactNode;
  actions?: ReactNode;
  filters?: ReactNode;
  /** Given while any filter is set. */
  onClear?: (() => void) | undefined;
  children: ReactNode;
};

/** A list with its filters above it. */
export function ListPage({ title, about, actions, filters, onClear, children }: ListPageProps) {
  return (
    <div className="flex w-full flex-col gap-5 px-4 py-6 lg:px-6">
      <PageHeader title={title} about={about} actions={actions} />
      {filters ? (
        <div role="search" aria-label="Filters" className="flex flex-wrap items-end gap-3">
          {filters}
          {onClear ? (
            <Button variant="quiet" onClick={onClear}>
              Clear filters
            </Button>
          ) : null}
        </div>
      ) : null}
      {children}
    </div>
  );
}
