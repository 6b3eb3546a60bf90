import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { PromiseBoard } from './promise-board';

export const metadata: Metadata = { title: 'Promises' };

export default function PromisesPage() {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Promises"
        about="What your callers were told would happen, by when, whose it is, and how it ended."
      />
      <PromiseBoard />
    </div>
  );
}
