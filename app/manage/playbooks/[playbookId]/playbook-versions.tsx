'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Playbook, PlaybookRecord } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';
import { PlaybookPreview } from './playbook-preview';

type Props = { playbook: Playbook; versions: PlaybookRecord['versions'] };

function OldVersion({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const api = useTRPC();
  const query = useQuery(api.playbooks.version.queryOptions({ playbookId: id, version }));
  return (
    <Dialog isOpen isWide onOpenChange={onClose} title={`Version ${version}`}>
      {query.data ? (
        <PlaybookPreview content={query.data.content} isRecord />
      ) : query.isError ? (
        <LoadError
          words={`This version cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows label="The version is being loaded." />
      )}
    </Dialog>
  );
}

/** Every version there was: calls keep the one they began with. */
export function PlaybookVersions({ playbook, versions }: Props) {
  const [shown, setShown] = useState<number | null>(null);
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions" className="flex flex-col gap-2 border-t border-line pt-5">
      <h2 id="versions" className="text-base font-semibold">
        Versions
      </h2>
      <ul className="max-w-3xl border-t border-line">
        {versions.map(({ version, changedAt, changedByName }) => (
          <li key={version} className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1">
            <span className="font-medium tabular-nums">v{version}</span>
            <span className="mr-auto">
              <Time at={changedAt} /> <span className="text-ink-soft">by {changedByName}</span>
            </span>
            {version === playbook.version ? (
              <span className="text-ink-soft">In use</span>
            ) : (
              <Button
                variant="quiet"
                size="compact"
                aria-label={`Show version ${version}`}
                onClick={() => setShown(version)}
              >
                Show
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown === null ? null : <OldVersion id={playbook.id} version={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
