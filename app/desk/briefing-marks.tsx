'use client';

import { ShieldAlert, TriangleAlert } from 'lucide-react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { Chip } from '@/ui/chip';
import { isProvisional } from './briefing-selectors';
import { useDeskNow } from './desk-context';

/** What to bear in mind of a version: said before anybody approved it, or an update that has not come. */
export function BriefingMarks({ briefing }: { briefing: LiveBriefing }) {
  const now = useDeskNow(10_000);
  const { nextUpdateDueAt } = briefing.content;
  const isOverdue = nextUpdateDueAt !== null && new Date(nextUpdateDueAt) <= now;
  return (
    <>
      {isProvisional(briefing) ? <Chip tone="high" icon={ShieldAlert} words="Not approved yet" /> : null}
      {isOverdue ? <Chip tone="high" icon={TriangleAlert} words="Update overdue" /> : null}
    </>
  );
}
