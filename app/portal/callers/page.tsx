import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { SettledWordsForm } from '@/ui/settled-words-form';
import { UpdateList } from '@/ui/update-list';
import { UpdateStateFilter } from '@/ui/update-state-filter';
import { portalSession } from '../portal-session';

export const metadata: Metadata = { title: 'Callers' };

export default async function CallersPage() {
  const { clientId, canWrite, session } = await portalSession();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
      <PageHeader
        title="Callers who wish to hear"
        about="Who asked to be told when their matter is settled, and the words in which they are told."
      />
      <section aria-labelledby="settled" className="flex flex-col gap-3">
        <h2 id="settled" className="text-base font-semibold">
          The words
        </h2>
        <SettledWordsForm clientId={clientId} canWrite={canWrite} readerName={session.actor.name} />
      </section>
      <section aria-labelledby="callers" className="flex flex-col gap-3">
        <h2 id="callers" className="text-base font-semibold">
          The callers
        </h2>
        <div role="search" aria-label="Filters" className="max-w-60">
          <UpdateStateFilter />
        </div>
        <UpdateList href="/portal/escalations" />
      </section>
    </div>
  );
}
