'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Member } from '@/domain/tenancy/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

export function DisablePerson({ member, onClose }: { member: Member; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const disable = useMutation(
    api.members.disable.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.members.list.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Take ${member.name}’s sign-in away?`}
      confirmWords="Disable"
      stayWords="Keep it"
      isDangerous
      isBusy={disable.isPending}
      problem={disable.isError ? errorWords(disable.error).words : null}
      onConfirm={() => disable.mutate({ memberId: member.id })}
      onClose={onClose}
    >
      <p>
        {member.name} ({member.email}) is signed out everywhere and cannot sign in again. Everything they did
        stays on record under their name.
      </p>
    </ConfirmDialog>
  );
}
