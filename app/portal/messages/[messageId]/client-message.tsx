'use client';

import { MessageScreen } from '@/ui/message-screen';
import { CheckIn } from '../check-in';

/** One message as the client's people read it. */
export function ClientMessage({ messageId }: { messageId: string }) {
  return (
    <MessageScreen
      messageId={messageId}
      backHref="/portal/messages"
      callsHref="/portal/calls"
      actions={(message) => (message.state === 'held' ? <CheckIn messages={[message]} /> : null)}
    />
  );
}
