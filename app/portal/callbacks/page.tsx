import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { CallbackBoard } from './callback-board';

export const metadata: Metadata = { title: 'Callbacks' };

export default function CallbacksPage() {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Callbacks"
        about="Callers who were promised that somebody of your company calls them back, by deadline. Your answering service makes the others."
      />
      <CallbackBoard />
    </div>
  );
}
