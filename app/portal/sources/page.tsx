import type { Metadata } from 'next';
import { canManageSources } from '@/domain/sources/policy';
import { EmptyState } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { SourceList } from '@/ui/source-list';
import { portalSession } from '../portal-session';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage() {
  const { session, clientId } = await portalSession();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Sources"
        about="Programs that begin a briefing for you: your status page, or a monitoring system. What they send becomes a draft, never more."
      />
      {canManageSources(session.actor, { clientId }) ? (
        <SourceList clientId={clientId} />
      ) : (
        <EmptyState title="Your company’s client admin connects sources.">
          Each has a secret that opens a door into your drafts, so only one role hands them out. A draft that
          a source began says so, with the source’s name.
        </EmptyState>
      )}
    </div>
  );
}
