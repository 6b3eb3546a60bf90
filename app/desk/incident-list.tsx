'use client';

import { useState } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { BriefingView } from '@/ui/briefing-view';
import { EmptyState } from '@/ui/list-states';
import { SeverityChip } from '@/ui/severity-chip';
import { Sheet } from '@/ui/sheet';
import { Time } from '@/ui/time';
import { UpdateDue } from '@/ui/update-due';
import { ClientName } from './client-name';
import { useDesk } from './desk-context';

type IncidentListProps = {
  title: string;
  briefings: readonly LiveBriefing[];
  isEmptyShown: boolean;
  /** These begin later, so their beginning is shown and not their last change. */
  isComing?: boolean;
};

/** Incidents by client, each opening the briefing to read it before the first call. */
export function IncidentList({ title, briefings, isEmptyShown, isComing = false }: IncidentListProps) {
  const { state } = useDesk();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = openId ? state.versions[state.current[openId] ?? ''] : undefined;
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
            <li key={briefing.briefingId} className="border-b border-line">
              <button
                type="button"
                onClick={() => setOpenId(briefing.briefingId)}
                className="grid w-full gap-x-3 gap-y-1 px-1 py-2 text-left -outline-offset-2 hover:bg-sunken sm:grid-cols-[88px_minmax(0,14rem)_minmax(0,1fr)_auto] sm:items-baseline"
              >
                <span>
                  <SeverityChip severity={briefing.content.severity} />
                </span>
                <span className="font-semibold">
                  <ClientName clientId={briefing.clientId} />
                </span>
                <span>{briefing.content.headline}</span>
                <span className="text-[13px] text-ink-soft sm:text-right">
                  v{briefing.version},{' '}
                  {briefing.startsAt && isComing ? (
                    <>
                      begins <Time at={briefing.startsAt} />
                    </>
                  ) : (
                    <>
                      changed <Time at={briefing.publishedAt} show="relative" />
                    </>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Sheet
        isOpen={open !== undefined}
        onOpenChange={(isOpen) => setOpenId(isOpen ? openId : null)}
        title={open ? <ClientName clientId={open.clientId} /> : ''}
        isWide
      >
        {open ? (
          <div tabIndex={0} role="group" aria-label="Briefing to read" className="outline-none">
            {open.content.nextUpdateDueAt ? (
              <div className="mb-3">
                <UpdateDue at={new Date(open.content.nextUpdateDueAt)} zone={null} />
              </div>
            ) : null}
            <BriefingView
              content={open.content}
              version={open.version}
              publishedAt={open.publishedAt}
              publishedByName={open.publishedByName}
            />
          </div>
        ) : null}
      </Sheet>
    </section>
  );
}
