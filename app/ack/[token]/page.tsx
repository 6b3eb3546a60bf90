import type { Metadata } from 'next';
import { readAcknowledgePage } from '@/http/acknowledge-page';
import { Closed, Invalid } from './closed';
import { OpenEscalation } from './open-escalation';

export const metadata: Metadata = {
  title: 'Escalation',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

type AcknowledgePageProps = {
  params: Promise<{ token: string }>;
  /** `declined` stands there after this person said "I can't". */
  searchParams: Promise<Record<string, string | string[]>>;
};

/** What a contact opens from a message. Looking changes nothing: only a press of a button does. */
export default async function AcknowledgePage({ params, searchParams }: AcknowledgePageProps) {
  const { token } = await params;
  const hasDeclined = 'declined' in (await searchParams);
  const page = await readAcknowledgePage(token, hasDeclined);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-5 px-4 py-6">
      {page.kind === 'open' ? <OpenEscalation token={token} page={page} /> : null}
      {page.kind === 'invalid' ? <Invalid words={page.words} /> : null}
      {page.kind === 'acknowledged' || page.kind === 'declined' || page.kind === 'closed' ? (
        <Closed token={token} page={page} />
      ) : null}
    </main>
  );
}
