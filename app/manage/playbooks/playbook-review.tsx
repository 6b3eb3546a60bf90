'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { PlaybookSummary } from '@/domain/playbooks/model';
import { Button, buttonClasses } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { listeningWords, promiseStyleWords, resolutionWords } from '@/ui/playbook-words';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { Time } from '@/ui/time';
import { ListPage } from '../list-page';
import { NewPlaybook } from './new-playbook';
import { namedByWords } from './named-by';

const columns: readonly Column<PlaybookSummary>[] = [
  {
    title: 'Playbook',
    isWide: true,
    cell: (playbook) => (
      <div className="max-w-[60ch]">
        <RowLink href={`/manage/playbooks/${playbook.id}`}>{playbook.name}</RowLink>
        {playbook.archivedAt ? <span className="font-medium text-high"> Archived</span> : null}
        <p className="text-ink-soft">{playbook.summary}</p>
      </div>
    ),
  },
  { title: 'Listening', cell: ({ listening }) => listeningWords[listening].words },
  { title: 'Promise', cell: ({ promise }) => promiseStyleWords[promise].words },
  { title: 'Remedy', cell: ({ resolution }) => resolutionWords[resolution].words },
  { title: 'Steps', cell: ({ stepCount }) => stepCount, isNamedOnPhone: true, className: 'tabular-nums' },
  { title: 'Named by', cell: (playbook) => namedByWords(playbook), isWide: true },
  {
    title: 'Written',
    isWide: true,
    cell: ({ isBuiltIn, version, changedAt, changedByName }) =>
      isBuiltIn || changedAt === null ? (
        'Built in'
      ) : (
        <>
          v{version}, <Time at={changedAt} show="relative" /> by {changedByName}
        </>
      ),
  },
];

/** Every method that guides calls: the five that ship with the product, and one's own. */
export function PlaybookReview() {
  const api = useTRPC();
  const [isWriting, setIsWriting] = useState(false);
  const query = useQuery(api.playbooks.list.queryOptions());
  return (
    <ListPage
      title="Playbooks"
      about="Methods to keep callers calm. A call is guided by its briefing’s, else its call type’s, else its client’s, else your service’s."
      actions={
        <>
          <Link href="/manage/playbooks/call-types" className={buttonClasses()}>
            Call types
          </Link>
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setIsWriting(true)}
          >
            Write your own
          </Button>
        </>
      }
    >
      {query.isPending ? <LoadingRows height={56} label="The playbooks are being loaded." /> : null}
      {query.isError ? (
        <LoadError
          words={`The playbooks cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data ? (
        <RecordTable caption="Playbooks" columns={columns} rows={query.data} keyOf={({ id }) => id} />
      ) : null}
      {isWriting ? <NewPlaybook onClose={() => setIsWriting(false)} /> : null}
    </ListPage>
  );
}
