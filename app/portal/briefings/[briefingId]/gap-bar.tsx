'use client';

import { ArrowDownToLine } from 'lucide-react';
import { useRef } from 'react';
import type { TemplateGap } from '@/domain/briefings/template-gaps';
import { Button } from '@/ui/button';
import { fieldId } from '@/ui/field-id';
import { nextGap } from './gaps';

/** Focuses the field and selects the words in it, so that the next key replaces them. */
function show({ field, gap }: TemplateGap): void {
  const box = document.getElementById(fieldId(field));
  if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return;
  box.focus();
  const at = box.value.indexOf(gap);
  if (at >= 0) box.setSelectionRange(at, at + gap.length);
  box.scrollIntoView({ block: 'center' });
}

export type GapBarProps = { gaps: readonly TemplateGap[]; onBeforeShow: () => void };

/** How many places a template left open, and the way to the next of them. */
export function GapBar({ gaps, onBeforeShow }: GapBarProps) {
  const last = useRef<TemplateGap | null>(null);
  if (gaps.length === 0) return null;
  const go = () => {
    const gap = nextGap(gaps, last.current);
    if (gap === null) return;
    last.current = gap;
    onBeforeShow();
    show(gap);
  };
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 rounded-md bg-medium-soft sm:max-w-sm py-1 pr-1 pl-3 text-medium">
      <p className="min-w-0 flex-1 font-medium">
        {gaps.length === 1 ? '1 place to fill in' : `${gaps.length} places to fill in`}
      </p>
      <Button
        className="max-sm:min-h-11"

        onClick={go}
        icon={<ArrowDownToLine aria-hidden className="size-4" />}
      >
        Next place
      </Button>
    </div>
  );
}
