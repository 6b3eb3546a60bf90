'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Field, TextArea } from '@/ui/field';

export type WithdrawDialogProps = { briefing: Briefing; onClose: () => void; onWithdrawn: () => void };

/** Takes the whole briefing back, with a reason that operators read. */
export function WithdrawDialog({ briefing, onClose, onWithdrawn }: WithdrawDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const withdraw = useMutation(api.briefings.withdraw.mutationOptions());
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const press = () => {
    const isEmpty = reason.trim() === '';
    setIsMissing(isEmpty);
    if (isEmpty) return box.current?.focus();
    withdraw.mutate(
      { briefingId: briefing.id, reason },
      {
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: api.briefings.pathKey() });
          onWithdrawn();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title="Withdraw the whole briefing?"
      confirmWords="Withdraw the briefing"
      stayWords="Keep it in force"
      isDangerous
      isBusy={withdraw.isPending}
      problem={withdraw.isError ? errorWords(withdraw.error).words : null}
      onConfirm={press}
      onClose={onClose}
    >
      <p className="font-medium">{briefing.headline}</p>
      <p>
        Operators are told within a second not to say any of it any more. All versions stay on record, and it
        cannot be taken up again. Where only one sentence is wrong, withdraw that statement instead: then you
        learn who was told it, and can have them called back.
      </p>
      <Field
        label="Why"
        hint="Operators and account managers read it."
        error={isMissing && reason.trim() === '' ? 'Say why: operators and account managers read it.' : null}
      >
        <TextArea
          ref={box}
          rows={3}
          maxLength={2_000}
          className="max-sm:text-base"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
