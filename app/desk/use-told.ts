'use client';

import type { LiveBriefing } from '@/domain/briefings/model';
import { useDesk } from './desk-context';

/** Which statements this caller was told: accepted by the server or waiting on this computer. */
export function useTold(callId: string, shown: LiveBriefing | null) {
  const { state, entries, outbox } = useDesk();
  const told = new Set([
    ...(state.logs[callId]?.told ?? []).map((one) => one.statementId),
    ...entries.flatMap((entry) =>
      entry.callId === callId && entry.kind === 'told' ? entry.statementIds : [],
    ),
  ]);
  const tell = (statementId: string) => {
    if (!shown || told.has(statementId)) return;
    outbox.put({ kind: 'told', callId, statementIds: [statementId], briefingVersionId: shown.versionId });
  };
  return { told, tell };
}
