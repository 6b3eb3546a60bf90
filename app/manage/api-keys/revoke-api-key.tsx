'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { ApiKeySummary } from '@/domain/tenancy/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

export function RevokeApiKey({ apiKey, onClose }: { apiKey: ApiKeySummary; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const revoke = useMutation(
    api.apiKeys.revoke.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.apiKeys.list.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Revoke the key of ${apiKey.name}?`}
      confirmWords="Revoke"
      stayWords="Keep it"
      isDangerous
      isBusy={revoke.isPending}
      problem={revoke.isError ? errorWords(revoke.error).words : null}
      onConfirm={() => revoke.mutate({ apiKeyId: apiKey.id })}
      onClose={onClose}
    >
      <p>
        The program that uses it is refused from the next request on. A revoked key cannot be brought back.
      </p>
    </ConfirmDialog>
  );
}
