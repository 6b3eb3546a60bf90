'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { ApiKeySummary } from '@/domain/tenancy/model';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';
import { ListPage } from '../list-page';
import { RecordTable, type Column } from '@/ui/record-table';
import { roleWords } from '@/ui/role-words';
import { ClientNameOf } from './client-name-of';
import { NewApiKey } from './new-api-key';
import { RevokeApiKey } from './revoke-api-key';

type Open = { kind: 'add' } | { kind: 'revoke'; apiKey: ApiKeySummary } | null;

/** Keys of outside programs; the key itself is never shown again. */
export function ApiKeyList() {
  const api = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const query = useQuery(api.apiKeys.list.queryOptions());
  const columns: readonly Column<ApiKeySummary>[] = [
    { title: 'Name', cell: ({ name }) => <span className="font-medium">{name}</span>, isWide: true },
    { title: 'Can do what this role can', cell: ({ role }) => roleWords[role] },
    {
      title: 'Client',
      cell: ({ clientId }) => (clientId ? <ClientNameOf clientId={clientId} /> : null),
    },
    { title: 'Made', cell: ({ createdAt }) => <Time at={createdAt} />, isNamedOnPhone: true },
    {
      title: 'Revoked',
      className: 'md:w-56',
      cell: (apiKey) =>
        apiKey.revokedAt ? (
          <span className="text-ink-soft">
            Revoked <Time at={apiKey.revokedAt} />
          </span>
        ) : (
          <Button
            size="compact"
            aria-label={`Revoke ${apiKey.name}`}
            onClick={() => setOpen({ kind: 'revoke', apiKey })}
          >
            Revoke
          </Button>
        ),
    },
  ];
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setOpen({ kind: 'add' })}
    >
      New API key
    </Button>
  );
  return (
    <ListPage
      title="API keys"
      about={
        <>
          For programs that use the REST API; what they can ask is described at{' '}
          <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-2">
            /api/v1/openapi.json
          </a>
          .
        </>
      }
      actions={add}
    >
      {query.isPending ? <LoadingRows label="The API keys are being loaded." /> : null}
      {query.isError ? (
        <LoadError
          words={`The API keys cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data?.length === 0 ? (
        <EmptyState title="No API key yet." action={add}>
          Make one for each program, so that each can be revoked on its own.
        </EmptyState>
      ) : null}
      {query.data && query.data.length > 0 ? (
        <RecordTable caption="API keys" columns={columns} rows={query.data} keyOf={({ id }) => id} />
      ) : null}
      {open?.kind === 'add' ? <NewApiKey onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'revoke' ? <RevokeApiKey apiKey={open.apiKey} onClose={() => setOpen(null)} /> : null}
    </ListPage>
  );
}
