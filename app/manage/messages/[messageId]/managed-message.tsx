'use client';

import type { Message } from '@/domain/messages/model';
import { canReviewMessage } from '@/domain/messages/policy';
import { EmptyState } from '@/ui/list-states';
import { MessageScreen } from '@/ui/message-screen';
import { MessageVerdict } from './message-verdict';
import { ReleaseMessage } from './release-message';

type Reader = Parameters<typeof canReviewMessage>[0];

function Actions({ message, reader }: { message: Message; reader: Reader }) {
  switch (message.state) {
    case 'in_review':
      return canReviewMessage(reader, message) ? (
        <MessageVerdict message={message} />
      ) : (
        <EmptyState title="You cannot review this one.">
          You closed or corrected this call yourself: somebody else must read it.
        </EmptyState>
      );
    case 'held':
    case 'waiting':
      return <ReleaseMessage message={message} />;
    case 'released':
    case 'withheld':
      return null;
  }
}

/** One message, with what an account manager can do about it. */
export function ManagedMessage({ messageId, reader }: { messageId: string; reader: Reader }) {
  return (
    <MessageScreen
      messageId={messageId}
      backHref="/manage/messages"
      callsHref="/manage/calls"
      isClientNamed
      actions={(message) => <Actions message={message} reader={reader} />}
    />
  );
}
