import type { Metadata } from 'next';
import { MessageReview } from './message-review';

export const metadata: Metadata = { title: 'Messages' };

export default function MessagesPage() {
  return <MessageReview />;
}
