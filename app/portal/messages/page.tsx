import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { HeldMessages } from './held-messages';
import { MessageBoard } from './message-board';

export const metadata: Metadata = { title: 'Messages' };

export default function MessagesPage() {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Messages"
        about="What was written down in each of your calls, and what your callers were told and promised."
      />
      <HeldMessages />
      <MessageBoard />
    </div>
  );
}
