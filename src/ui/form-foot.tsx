'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button';

export type FormFootProps = {
  submitWords: string;
  isBusy: boolean;
  /** Why nothing was saved, where that belongs to no single field. */
  problem: string | null;
  /** "Saved." and the like; only a confirmation. */
  done?: string | null;
  children?: ReactNode;
};

/** The buttons under a form, with what became of the last press. */
export function FormFoot({ submitWords, isBusy, problem, done, children }: FormFootProps) {
  const foot = useRef<HTMLDivElement>(null);
  // A press that was refused leads to the first field that has to be mended.
  useEffect(() => {
    if (!isBusy) foot.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isBusy]);
  return (
    <div ref={foot} className="flex flex-col gap-2">
      {problem ? (
        <p role="alert" className="font-medium text-critical">
          {problem}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {submitWords}
        </Button>
        {children}
        <p role="status" className="text-fine">
          {done && !isBusy && !problem ? done : null}
        </p>
      </div>
    </div>
  );
}
