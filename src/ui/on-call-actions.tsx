'use client';

import { ArrowLeftRight, CalendarClock, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { Button, buttonClasses } from './button';

export type OnCallActionsProps = {
  editHref: string;
  /** null: there is nobody yet who could be named. */
  onSwap: (() => void) | null;
  onCover: (() => void) | null;
  onRemove: () => void;
};

/** What whoever plans a schedule can do with it. */
export function OnCallActions({ editHref, onSwap, onCover, onRemove }: OnCallActionsProps) {
  const icon = 'size-4';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="primary"
        icon={<ArrowLeftRight aria-hidden className={icon} />}
        disabled={onSwap === null}
        onClick={() => onSwap?.()}
      >
        Swap or cover
      </Button>
      <Button
        icon={<CalendarClock aria-hidden className={icon} />}
        disabled={onCover === null}
        onClick={() => onCover?.()}
      >
        Temporary coverage
      </Button>
      <Link href={editHref} className={buttonClasses('secondary')}>
        <Pencil aria-hidden className={icon} />
        Edit schedule
      </Link>
      <Button variant="quiet" icon={<Trash2 aria-hidden className={icon} />} onClick={onRemove}>
        Remove schedule
      </Button>
    </div>
  );
}
