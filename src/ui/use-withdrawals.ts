'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/api/client';
import type { Withdrawal } from '@/domain/briefings/model';

/** The statements of a briefing that were withdrawn, the newest first, from their recalls; at most the last 100. */
export function useWithdrawals(briefingId: string): readonly Withdrawal[] {
  const api = useTRPC();
  const recalls = useQuery(api.recalls.list.queryOptions({ briefingId, limit: 100 })).data?.items;
  return useMemo(
    () =>
      (recalls ?? []).map(({ id, statementId, version, text, correction, reason, createdAt, byName }) => ({
        id,
        statementId,
        version,
        text,
        correction,
        reason,
        at: createdAt,
        byName,
      })),
    [recalls],
  );
}
