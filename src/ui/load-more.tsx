import { Button } from './button';

export type LoadMoreProps = {
  /** How many rows are shown, and of what: "calls". */
  shown: number;
  noun: string;
  /** A list that fits one page needs no foot. */
  isPaged: boolean;
  hasMore: boolean;
  isLoading: boolean;
  /** Why the last press brought nothing, in words. */
  problem?: string | null;
  onMore: () => void;
};

/** The foot of a keyset-paged list: how much is shown, and the next page. */
export function LoadMore({ shown, noun, isPaged, hasMore, isLoading, problem, onMore }: LoadMoreProps) {
  if (!isPaged) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 py-3">
      {hasMore ? (
        <Button onClick={onMore} isBusy={isLoading}>
          Load more
        </Button>
      ) : null}
      <p role="status" className="text-ink-soft">
        {hasMore ? `${shown} ${noun} shown, there are more.` : `All ${shown} ${noun} shown.`}
      </p>
      {problem ? (
        <p role="alert" className="text-critical">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
