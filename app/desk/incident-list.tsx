'use client';

import type { LiveBriefing } from '@/domain/briefings/model';
import { EmptyState } from '@/ui/list-states';
import { BriefingRow } from './briefing-row';

type IncidentListProps = {
  title: string;
  briefings: readonly LiveBriefing[];
  onOpen: (briefing: LiveBriefing) => void;
  isEmptyShown?: boolean;
  /** These begin later. */
  isComing?: boolean;
};

/** Incidents by client, each opening the briefing to read it before the first call. */
export function IncidentList(props: IncidentListProps) {
  const { title, briefings, onOpen, isEmptyShown = false, isComing = false } = props;
  if (briefings.length === 0 && !isEmptyShown) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-base font-semibold">{title}</h2>
      {briefings.length === 0 ? (
        <EmptyState title="No client has an incident right now.">
          A briefing appears here, and on the ring, the moment a client publishes it.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {briefings.map((briefing) => (
            <li key={briefing.versionId} className="border-b border-line">
              <BriefingRow briefing={briefing} onOpen={onOpen} isComing={isComing} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
