'use client';

import { CloudOff, CloudUpload, CircleCheck } from 'lucide-react';
import { useNow } from '@/ui/now';
import { clockWords } from '@/ui/time-words';
import type { SaveState } from './draft-saver';

const keptWords = (isKept: boolean) =>
  isKept
    ? 'What you typed is kept on this device. '
    : 'This device has no room for a copy: keep this page open. ';

/** "Saved 14:02", "Saving…" or "Not saved: …" with what to do. Only trouble is told to screen readers at once. */
export function SaveWords({ save, savedAt }: { save: SaveState; savedAt: Date }) {
  const now = useNow(10_000);
  if (save.kind === 'failed' || save.kind === 'stale') {
    const isSignedOut = save.kind === 'failed' && save.problem.code === 'UNAUTHENTICATED';
    return (
      <p role="alert" className="flex items-start gap-1.5 font-medium text-high">
        <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          Not saved: {save.kind === 'stale' ? 'a colleague saved meanwhile.' : save.problem.words}{' '}
          {save.kind === 'failed' ? keptWords(save.isKept) : ''}
          {save.kind === 'failed' && save.isRetrying ? 'Trying again.' : ''}
          {isSignedOut ? (
            <a href="/login" target="_blank" rel="noreferrer" className="underline underline-offset-2">
              Sign in in a new tab
            </a>
          ) : null}
        </span>
      </p>
    );
  }
  const isSaved = save.kind === 'saved';
  const Icon = isSaved ? CircleCheck : CloudUpload;
  return (
    <p className="flex items-center gap-1.5 whitespace-nowrap text-ink-soft">
      <Icon aria-hidden className="size-4 shrink-0" />
      {isSaved ? `Saved ${clockWords(save.at ?? savedAt, now ?? savedAt)}` : 'Saving…'}
    </p>
  );
}
