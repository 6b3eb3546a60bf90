import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { RecallList } from '@/ui/recall-list';

export const metadata: Metadata = { title: 'Recalls' };

export default function RecallsPage() {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Recalls"
        about="Statements that turned out wrong and were withdrawn, and how many of those who heard them have been called back."
      />
      <RecallList href="/portal/recalls" />
    </div>
  );
}
