'use client';

import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallType } from '@/domain/playbooks/model';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { playbookName } from '@/ui/playbook-words';
import { RecordTable, type Column } from '@/ui/record-table';
import { ClientNameOf } from './api-keys/client-name-of';
import { CallTypeDialog } from './call-type-dialog';

type Props = {
  /** Only those that calls of this client can have. */
  clientId?: string | undefined;
  emptyTitle: string;
  /** What stands below the words of an empty list. */
  emptyAction?: ReactNode;
};

function askedWords({ intake }: CallType): string {
  return intake.map(({ label, required }) => (required ? `${label} (must be asked)` : label)).join(', ');
}

/** Why callers call, each with what they are asked and its playbook; a press on one opens it. */
export function CallTypeList({ clientId, emptyTitle, emptyAction }: Props) {
  const api = useTRPC();
  const [open, setOpen] = useState<CallType | null>(null);
  const query = useQuery(api.callTypes.list.queryOptions(clientId ? { clientId } : {}));
  const names = useQuery(api.playbooks.options.queryOptions()).data ?? [];
  const columns: Column<CallType>[] = [
    {
      title: 'Call type',
      isWide: true,
      cell: (callType) => (
        <button
          type="button"
          onClick={() => setOpen(callType)}
          className="min-h-6 text-left font-medium underline-offset-2 after:absolute after:inset-0 hover:underline"
        >
          {callType.name}
        </button>
      ),
    },
    {
      title: 'Client',
      cell: (callType) =>
        callType.clientId === null ? 'All clients' : <ClientNameOf clientId={callType.clientId} />,
    },
    { title: 'Asks for', isWide: true, cell: (callType) => askedWords(callType) || 'Nothing besides' },
    {
      title: 'Playbook',
      isWide: true,
      cell: ({ playbookId }) => names.find(({ id }) => id === playbookId)?.name ?? playbookName(playbookId),
    },
  ];
  return (
    <>
      {query.isPending ? <LoadingRows label="The call types are being loaded." /> : null}
      {query.isError ? (
        <LoadError
          words={`The call types cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data?.length === 0 ? (
        <EmptyState title={emptyTitle} action={emptyAction}>
          A call type is why somebody calls: it says what they are asked, and may name a playbook.
        </EmptyState>
      ) : null}
      {query.data && query.data.length > 0 ? (
        <RecordTable caption="Call types" columns={columns} rows={query.data} keyOf={({ id }) => id} />
      ) : null}
      {open ? <CallTypeDialog key={open.id} callType={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
