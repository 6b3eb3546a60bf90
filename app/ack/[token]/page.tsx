import type { Metadata } from 'next';
import { readAcknowledgePage } from '@/http/acknowledge-page';
import { Bundle } from './bundle';
import { Closed, Invalid } from './closed';
import { MarkRead } from './mark-read';
import { OpenEscalation } from './open-escalation';

export const metadata: Metadata = {
  title: 'Escalation',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

type AcknowledgePageProps = {
  params: Promise<{ token: string }>;
  /**
   * `declined` stands there after this person said "I can't", `stale` after an answer to an earlier round, `reported` after
   * a report, `nowords` after one without a word.
   */
  searchParams: Promise<Record<string, string | string[]>>;
};

function outcomeOf(said: Record<string, unknown>) {
  if ('reported' in said) return 'reported';
  return 'nowords' in said ? 'nowords' : null;
}

/** What a contact opens from a message. Looking changes nothing: only a press of a button does. */
export default async function AcknowledgePage({ params, searchParams }: AcknowledgePageProps) {
  const { token } = await params;
  const said = await searchParams;
  const page = await readAcknowledgePage(token, 'declined' in said);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-5 px-4 py-6">
      {page.kind === 'invalid' ? (
        <Invalid words={page.words} />
      ) : (
        <>
          <MarkRead path={`/ack/${encodeURIComponent(token)}`} />
          {page.kind === 'open' ? (
            <OpenEscalation token={token} page={page} wasStale={'stale' in said} />
          ) : page.kind === 'bundle' ? (
            <Bundle token={token} page={page} outcome={outcomeOf(said)} />
          ) : (
            <Closed token={token} page={page} outcome={outcomeOf(said)} />
          )}
        </>
      )}
    </main>
  );
}
