'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban, Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { BriefingSource, SourceKind } from '@/domain/sources/model';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { NewSource } from './new-source';
import { Time } from './time';

const kindWords: Record<SourceKind, string> = { statuspage: 'Statuspage', generic: 'Signed webhook' };

function RevokeSource({ source, onClose }: { source: BriefingSource; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const revoke = useMutation(
    api.sources.revoke.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.sources.list.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title="Cut this source off?"
      confirmWords="Cut it off"
      stayWords="Keep it"
      isDangerous
      isBusy={revoke.isPending}
      problem={revoke.isError ? errorWords(revoke.error).words : null}
      onConfirm={() => revoke.mutate({ sourceId: source.id })}
      onClose={onClose}
    >
      <p className="font-medium">{source.name}</p>
      <p>
        What it sends from now on is refused, and its secret cannot be used again. Drafts that it began stay.
      </p>
    </ConfirmDialog>
  );
}

function Row({ source }: { source: BriefingSource }) {
  const [isRevoking, setIsRevoking] = useState(false);
  const { name, kind, createdAt, lastReceivedAt, isRevoked } = source;
  const Icon = isRevoked ? Ban : Webhook;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">
          {name}
          {isRevoked ? <span className="font-normal text-ink-soft"> (cut off)</span> : null}
        </p>
        <p className="text-ink-soft">
          {kindWords[kind]}, connected <Time at={createdAt} />;{' '}
          {lastReceivedAt ? (
            <>
              last heard <Time at={lastReceivedAt} />
            </>
          ) : (
            'nothing received yet'
          )}
        </p>
      </div>
      {isRevoked ? null : (
        <Button variant="quiet" aria-label={`Cut off ${name}`} onClick={() => setIsRevoking(true)}>
          Cut off
        </Button>
      )}
      {isRevoking ? <RevokeSource source={source} onClose={() => setIsRevoking(false)} /> : null}
    </li>
  );
}

/** The programs that begin briefing drafts for one client, for whoever may hand out their secrets. */
export function SourceList({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const [isAdding, setIsAdding] = useState(false);
  const query = useQuery(api.sources.list.queryOptions({ clientId }));
  return (
    <div className="flex flex-col gap-3">
      {query.isPending ? <LoadingRows rows={2} height={56} label="The sources are being loaded." /> : null}
      {query.isError && !query.data ? (
        <LoadError
          words={`The sources cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data?.length === 0 ? (
        <EmptyState title="No source is connected.">
          A status page or a monitoring program can begin a draft here the moment it reports an incident.
          Nothing is published until a person does it.
        </EmptyState>
      ) : null}
      {query.data && query.data.length > 0 ? (
        <ul className="border-t border-line">
          {query.data.map((source) => (
            <Row key={source.id} source={source} />
          ))}
        </ul>
      ) : null}
      {query.data ? (
        <div>
          <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setIsAdding(true)}>
            Connect a source
          </Button>
        </div>
      ) : null}
      {isAdding ? <NewSource clientId={clientId} onClose={() => setIsAdding(false)} /> : null}
    </div>
  );
}
