'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Member } from '@/domain/tenancy/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Sheet } from '@/ui/sheet';
import { PersonWorkForm } from './person-work-form';

/** For which clients somebody takes calls, and in which languages. Shown while it is rendered. */
export function PersonWork({ member, onClose }: { member: Member; onClose: () => void }) {
  const api = useTRPC();
  // Read anew each time: what is saved here stands in place of the whole list.
  const query = useQuery({
    ...api.assignments.list.queryOptions({ memberId: member.id }),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  return (
    <Sheet isOpen onOpenChange={onClose} title={`Clients and languages of ${member.name}`}>
      {query.isPending ? <LoadingRows rows={6} label="The clients are being loaded." /> : null}
      {query.isError ? (
        <LoadError
          words={`The clients cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data ? <PersonWorkForm member={member} assigned={query.data} onClose={onClose} /> : null}
    </Sheet>
  );
}
