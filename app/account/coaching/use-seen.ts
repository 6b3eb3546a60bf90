'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTRPC } from '@/api/client';

/** What is shown has been seen: told once for each. It fails unseen by the reader, and is told again at the next visit. */
export function useSeen(kind: 'scoreIds' | 'reviewIds', unseenIds: readonly string[]): void {
  const api = useTRPC();
  const queries = useQueryClient();
  const told = useRef(new Set<string>());
  const mark = useMutation(
    api.scores.markSeen.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.scores.unseen.queryKey() }),
    }),
  );
  const tell = useEffectEvent((ids: readonly string[]) => {
    const fresh = ids.filter((id) => !told.current.has(id)).slice(0, 100);
    if (fresh.length === 0) return;
    for (const id of fresh) told.current.add(id);
    mark.mutate({ [kind]: fresh });
  });
  const key = unseenIds.join(' ');
  useEffect(() => {
    if (key !== '') tell(key.split(' '));
  }, [key]);
}
