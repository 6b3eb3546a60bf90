'use client';

import { useMutation } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Member } from '@/domain/tenancy/model';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { LoadError } from '@/ui/list-states';
import { SecretOnce } from '@/ui/secret-once';

/** A new password for somebody who forgot theirs, shown once. */
export function ResetPassword({ member, onClose }: { member: Member; onClose: () => void }) {
  const api = useTRPC();
  const reset = useMutation(api.members.resetPassword.mutationOptions());
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`A new password for ${member.name}`}
      footer={
        reset.isSuccess ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button
              variant="primary"
              isBusy={reset.isPending}
              onClick={() => reset.mutate({ memberId: member.id })}
            >
              Make a new password
            </Button>
            <Button onClick={onClose}>Not now</Button>
          </>
        )
      }
    >
      {reset.isError ? <LoadError words={errorWords(reset.error).words} /> : null}
      {reset.isSuccess ? (
        <SecretOnce
          label={`Password of ${member.email}`}
          secret={reset.data.temporaryPassword}
          warning="It is shown this one time. Tell it to the person yourself."
        />
      ) : (
        <p>The old password stops working, and {member.name} is signed out everywhere.</p>
      )}
    </Dialog>
  );
}
