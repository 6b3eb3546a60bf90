'use client';

import type { ReactNode } from 'react';
import { errorWords } from '@/api/client';
import { classNames } from './class-names';
import { EmptyState, LoadError, LoadingRows } from './list-states';

type Found<Data> = {
  data: Data | undefined;
  isError: boolean;
  error: unknown;
  isPlaceholderData: boolean;
  refetch: () => Promise<unknown>;
};

/** A report while it is counted, when it cannot be, when there is nothing in it, and as it is. */
export function ReportState<Data>({
  found,
  isEmpty,
  emptyWords,
  children,
}: {
  found: Found<Data>;
  isEmpty: (data: Data) => boolean;
  emptyWords: string;
  children: (data: Data) => ReactNode;
}) {
  const { data } = found;
  if (data === undefined) {
    return found.isError ? (
      <LoadError
        words={`The report cannot be shown. ${errorWords(found.error).words}`}
        onRetry={() => void found.refetch()}
      />
    ) : (
      <LoadingRows rows={8} height={36} label="The report is being counted." />
    );
  }
  return (
    <div
      aria-busy={found.isPlaceholderData}
      className={classNames('flex min-w-0 flex-col gap-6', found.isPlaceholderData && 'opacity-60')}
    >
      {isEmpty(data) ? (
        <EmptyState title={emptyWords}>Choose other days, or another client.</EmptyState>
      ) : (
        children(data)
      )}
    </div>
  );
}
