import type { ReactNode } from 'react';
import { Button } from '@/ui/button';

export type NoticeAction = { words: string; run: () => void };

/** Something the author should know about the draft, with what can be done; it confirms and never blocks. */
export function DraftNotice({
  children,
  actions,
}: {
  children: ReactNode;
  actions: readonly NoticeAction[];
}) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2">
      <p className="min-w-0 flex-1 basis-64">{children}</p>
      {actions.map(({ words, run }) => (
        <Button key={words} onClick={run} className="max-sm:min-h-11">
          {words}
        </Button>
      ))}
    </div>
  );
}
