'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { BriefingVersion, Withdrawal } from '@/domain/briefings/model';
import { BriefingChangeList } from './briefing-change-list';
import { briefingChanges } from './briefing-changes';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { RecordedBriefing } from './recorded-briefing';
import { Time } from './time';
import { clockWords } from './time-words';
import { useWithdrawals } from './use-withdrawals';
import { VersionMarks } from './version-marks';

type RowProps = {
  version: BriefingVersion;
  before: BriefingVersion | undefined;
  withdrawals: readonly Withdrawal[];
  zone: string | null;
};

function Version({ version, before, withdrawals, zone }: RowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone ?? undefined);
  const changes = isOpen && before ? briefingChanges(before.content, version.content, when) : [];
  return (
    <li className="border-b border-line">
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group">
        <summary className="flex min-h-11 list-none items-center gap-2 py-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
          <span className="font-medium">Version {version.version}</span>
          <span className="min-w-0 text-ink-soft">
            {version.publishedByName}, <Time at={version.publishedAt} zone={zone} />
            <VersionMarks version={version} withdrawals={withdrawals} />
          </span>
        </summary>
        {isOpen ? (
          <div className="flex flex-col gap-4 pb-4 pl-6">
            {before ? (
              <div>
                <h3 className="mb-1 font-semibold">What changed since version {before.version}</h3>
                {changes.length > 0 ? (
                  <BriefingChangeList changes={changes} />
                ) : (
                  <p className="text-ink-soft">Nothing. It was published again as it was.</p>
                )}
              </div>
            ) : null}
            <div className="rounded-md border border-line bg-surface p-3">
              <RecordedBriefing version={version} withdrawals={withdrawals} zone={zone} />
            </div>
          </div>
        ) : null}
      </details>
    </li>
  );
}

/** Every published version, newest first: what it said, and what changed against the one before. */
export function BriefingVersions({ briefingId, zone }: { briefingId: string; zone: string | null }) {
  const api = useTRPC();
  const versions = useQuery(api.briefings.versions.queryOptions({ briefingId }));
  const withdrawals = useWithdrawals(briefingId);
  if (versions.isPending) return <LoadingRows rows={3} height={44} label="The versions are being loaded." />;
  if (versions.isError) {
    return (
      <LoadError
        words={`The versions cannot be shown. ${errorWords(versions.error).words}`}
        onRetry={() => void versions.refetch()}
      />
    );
  }
  if (versions.data.length === 0) {
    return (
      <EmptyState title="Nothing is published yet.">Each publication is kept here as it was.</EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {versions.data.map((version, place) => (
        <Version
          key={version.id}
          version={version}
          before={versions.data[place + 1]}
          withdrawals={withdrawals}
          zone={zone}
        />
      ))}
    </ul>
  );
}
