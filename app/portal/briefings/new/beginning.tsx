import { FilePlus2, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';

export type BeginningProps = {
  title: ReactNode;
  about: ReactNode;
  isBusy: boolean;
  onPress: () => void;
};

/** One way to begin a briefing: a press makes the draft. */
export function Beginning({ title, about, isBusy, onPress }: BeginningProps) {
  const Icon = isBusy ? LoaderCircle : FilePlus2;
  return (
    <button
      type="button"
      aria-busy={isBusy}
      onClick={onPress}
      className="flex h-full min-h-14 w-full items-start gap-3 rounded-md border border-line-strong bg-raised px-4 py-3 text-left hover:bg-accent-soft"
    >
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${isBusy ? 'animate-spin' : 'text-accent'}`} />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block text-ink-soft">{about}</span>
      </span>
    </button>
  );
}
