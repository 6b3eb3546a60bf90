'use client';

import type { ReactNode } from 'react';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { clockWords, zonePlace } from '@/ui/time-words';
import type { PublishMode } from './approval-step';
import { approverWords } from './approval-words';
import { forceWords } from './force-words';
import { useReach } from './reach-words';

export type PublishFactsProps = {
  briefing: Briefing;
  content: BriefingContent;
  mode: PublishMode;
  zone: string;
  organizationName: string;
};

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who is told, from when, and what has to happen first. */
export function PublishFacts({ briefing, content, mode, zone, organizationName }: PublishFactsProps) {
  const onShift = useReach(briefing)?.onShift ?? 0;
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone);
  const operators =
    onShift > 0
      ? `${onShift} ${onShift === 1 ? 'operator' : 'operators'} on shift, at once`
      : `Every operator of ${organizationName} who answers for ${briefing.clientName}, at once`;
  return (
    <dl className="flex flex-col gap-1">
      {mode === 'publish' ? null : (
        <Fact name="Who approves">
          {approverWords(briefing, organizationName)}
          {mode === 'submit' ? '. You can go on writing: a change takes the request back.' : ', afterwards.'}
        </Fact>
      )}
      <Fact name="Who is told">
        {operators}
        {mode === 'submit' ? ', once it is approved and published.' : '; also those who are on a call now.'}
      </Fact>
      <Fact name="From when">
        {mode === 'submit' ? 'Once published: ' : ''}
        {forceWords(content, new Date(), when)}
        {content.startsAt || content.endsAt ? ` (${zonePlace(zone)} time)` : null}
      </Fact>
      <Fact name="Next update">
        {content.nextUpdateDueAt ? `Due ${when(content.nextUpdateDueAt)}` : 'None promised'}
      </Fact>
    </dl>
  );
}
