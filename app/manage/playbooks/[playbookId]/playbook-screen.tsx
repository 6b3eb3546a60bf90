'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CopyPlus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { PlaybookRecord } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { Time } from '@/ui/time';
import { NewPlaybook } from '../new-playbook';
import { ArchivePlaybook } from './archive-playbook';
import { PlaybookEditor } from './playbook-editor';
import { PlaybookPreview } from './playbook-preview';
import { PlaybookUses } from './playbook-uses';
import { PlaybookVersions } from './playbook-versions';

type Open = 'copy' | 'archive' | null;

function Origin({ record: { playbook, archivedAt, versions } }: { record: PlaybookRecord }) {
  const [newest] = versions;
  if (archivedAt !== null) {
    return (
      <span className="font-medium text-high">
        Archived <Time at={archivedAt} />: it is offered no more, and calls that began with it keep it.
      </span>
    );
  }
  if (newest === undefined) return 'Built in. It cannot be changed, and can be copied.';
  return (
    <>
      Version {playbook.version}, saved <Time at={newest.changedAt} /> by {newest.changedByName}
    </>
  );
}

/** One method: a built-in or archived one to read, one's own to change. */
export function PlaybookScreen({ playbookId }: { playbookId: string }) {
  const api = useTRPC();
  const query = useQuery(api.playbooks.get.queryOptions({ playbookId }));
  const [open, setOpen] = useState<Open>(null);
  const record = query.data;
  const isOwn = record !== undefined && !record.playbook.isBuiltIn && record.archivedAt === null;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 lg:px-6">
      <Link
        href="/manage/playbooks"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All playbooks
      </Link>
      {record ? (
        <>
          <PageHeader
            title={record.playbook.content.name}
            about={<Origin record={record} />}
            actions={
              <>
                {isOwn ? <Button onClick={() => setOpen('archive')}>Archive</Button> : null}
                <Button
                  icon={<CopyPlus aria-hidden className="size-4" />}
                  variant={isOwn ? 'secondary' : 'primary'}
                  onClick={() => setOpen('copy')}
                >
                  Write your own from this one
                </Button>
              </>
            }
          />
          {isOwn ? (
            <PlaybookEditor record={record} />
          ) : (
            <section aria-labelledby="method" className="max-w-3xl">
              <h2 id="method" className="sr-only">
                The method
              </h2>
              <PlaybookPreview content={record.playbook.content} isRecord />
            </section>
          )}
          <PlaybookUses use={record.use} />
          <PlaybookVersions playbook={record.playbook} versions={record.versions} />
          {open === 'copy' ? (
            <NewPlaybook
              from={{ id: playbookId, name: record.playbook.content.name }}
              onClose={() => setOpen(null)}
            />
          ) : null}
          {open === 'archive' ? (
            <ArchivePlaybook playbook={record.playbook} onClose={() => setOpen(null)} />
          ) : null}
        </>
      ) : query.isError ? (
        <LoadError
          words={`This playbook cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={56} label="The playbook is being loaded." />
      )}
    </div>
  );
}
