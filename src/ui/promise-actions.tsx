'use client';

import { Ban, CheckCheck, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { PromiseCard } from '@/domain/promises/model';
import { Button, type ButtonSize } from './button';
import { PromiseDeedDialog } from './promise-deed-dialog';
import { promiseDeeds, type PromiseDeed, type PromiseReader } from './promise-offers';

const looks: Readonly<Record<PromiseDeed, { words: string; icon: LucideIcon }>> = {
  keep: { words: 'Kept', icon: CheckCheck },
  renegotiate: { words: 'Agree anew', icon: RefreshCw },
  break: { words: 'Not kept', icon: TriangleAlert },
  cancel: { words: 'Call off', icon: Ban },
};

export type PromiseActionsProps = {
  promise: PromiseCard;
  reader: PromiseReader;
  size?: ButtonSize;
  /** What is done elsewhere on this screen. */
  without?: PromiseDeed;
  onDone?: (promise: PromiseCard) => void;
};

/** What the reader can do about an open promise; each asks for words first. */
export function PromiseActions({ promise, reader, size = 'regular', without, onDone }: PromiseActionsProps) {
  const [asked, setAsked] = useState<PromiseDeed | null>(null);
  const offered = promiseDeeds(reader, promise).filter((deed) => deed !== without);
  return (
    <>
      {offered.map((deed) => {
        const { words, icon: Icon } = looks[deed];
        return (
          <Button
            key={deed}
            size={size}
            variant={deed === 'keep' ? 'primary' : 'secondary'}
            icon={<Icon aria-hidden className="size-4" />}
            onClick={() => setAsked(deed)}
          >
            {words}
            <span className="sr-only">: {promise.what}</span>
          </Button>
        );
      })}
      {asked === null ? null : (
        <PromiseDeedDialog
          promise={promise}
          deed={asked}
          onClose={() => setAsked(null)}
          onDone={(card) => {
            setAsked(null);
            onDone?.(card);
          }}
        />
      )}
    </>
  );
}
