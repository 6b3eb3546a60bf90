'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { QuestionGroup } from '@/domain/questions/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';

/** Puts aside what needs no answer; it stays on record. */
export function DismissQuestion({ group, onClose }: { group: QuestionGroup; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const dismiss = useMutation(
    api.questions.dismiss.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.questions.groups.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title="Not a question?"
      confirmWords="Put aside"
      stayWords="Keep it open"
      isBusy={dismiss.isPending}
      problem={dismiss.isError ? errorWords(dismiss.error).words : null}
      onConfirm={() => dismiss.mutate({ groupId: group.groupId })}
      onClose={onClose}
    >
      <p className="font-medium">“{group.texts[0]}”</p>
      <p>
        {group.callers === 1 ? 'The caller who asked is' : `The ${group.callers} callers who asked are`} not
        called back. It stays on record under “Put aside”.
      </p>
    </ConfirmDialog>
  );
}
