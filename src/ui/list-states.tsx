import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';

/** A list with nothing in it, or nothing that matches: says why, and offers the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-dashed border-line px-4 py-6">
      <p className="font-medium">{title}</p>
      {children ? <div className="max-w-[66ch] text-ink-soft">{children}</div> : null}
      {action}
    </div>
  );
}

/** Rows of the final height; they stay unseen for the first moment, so that quick answers do not flicker. */
export function LoadingRows({
  rows = 5,
  height = 36,
  label,
}: {
  rows?: number;
  height?: number;
  label: string;
}) {
  return (
    <div role="status" className="animate-late">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden className="flex items-center border-b border-line" style={{ height }}>
          <div
            className="h-3 animate-shimmer rounded bg-line"
            style={{ width: `${[62, 48, 71, 55, 40][row % 5] ?? 50}%` }}
          />
        </div>
      ))}
    </div>
  );
}

/** A list that could not be read: the words, and the mend. */
export function LoadError({ words, onRetry }: { words: string; onRetry?: () => void }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-md bg-critical-soft px-4 py-3 text-critical"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{words}</p>
      {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
    </div>
  );
}
