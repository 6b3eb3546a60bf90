import type { ReactNode } from 'react';

/** Keeps what a page hides from sight inside the scrolling part of the shell; the window itself must not scroll. */
export function PageFrame({ children }: { children: ReactNode }) {
  return <div className="relative flex min-w-0 flex-1 flex-col">{children}</div>;
}
