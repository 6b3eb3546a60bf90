'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { errorWords, useTRPC } from '@/api/client';
import type { SessionSummary } from '@/domain/tenancy/model';
import { Button } from '@/ui/button';
import { deviceOf } from '@/ui/device-of';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';

function Session({ session }: { session: SessionSummary }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const revoke = useMutation(
    api.sessions.revoke.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.sessions.list.queryKey() }),
    }),
  );
  const { words, isPhone } = deviceOf(session.userAgent);
  const Icon = isPhone ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">
          {words}
          {session.isCurrent ? <span className="text-fine"> This one</span> : null}
        </p>
        <p className="text-ink-soft">
          Last used <Time at={session.lastSeenAt} />; signed in <Time at={session.createdAt} />
          {session.address ? `, from ${session.address}` : null}
        </p>
        {revoke.isError ? (
          <p role="alert" className="text-critical">
            {errorWords(revoke.error).words}
          </p>
        ) : null}
      </div>
      {session.isCurrent ? null : (
        <Button
          isBusy={revoke.isPending}
          aria-label={`End the session on ${words}`}
          onClick={() => revoke.mutate({ sessionId: session.id })}
        >
          End session
        </Button>
      )}
    </li>
  );
}

/** The signed-in browsers of this person, this one first. */
export function SessionList() {
  const api = useTRPC();
  const query = useQuery(api.sessions.list.queryOptions());
  if (query.isPending) return <LoadingRows rows={2} height={64} label="Your sessions are being loaded." />;
  if (query.isError) {
    return (
      <LoadError
        words={`Your sessions cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const sessions = [...query.data].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  return (
    <ul className="border-t border-line">
      {sessions.map((session) => (
        <Session key={session.id} session={session} />
      ))}
    </ul>
  );
}
