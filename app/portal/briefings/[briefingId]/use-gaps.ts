'use client';

import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { templateGaps, type TemplateGap } from '@/domain/briefings/template-gaps';

/** A template’s blanks that are still to be filled in, as one types. */
export function useGaps({ subscribe, getValues }: UseFormReturn<BriefingContent>): readonly TemplateGap[] {
  const [gaps, setGaps] = useState(() => templateGaps(getValues()));
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const found = templateGaps(values);
          setGaps((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found));
        },
      }),
    [subscribe],
  );
  return gaps;
}
