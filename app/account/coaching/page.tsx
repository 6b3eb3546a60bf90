import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentSession } from '@/auth/current-session';
import { PageHeader } from '@/ui/page-header';
import { OwnNotes } from './own-notes';
import { OwnScores } from './own-scores';

export const metadata: Metadata = { title: 'Your coaching' };

export default async function OwnCoachingPage() {
  const session = await currentSession();
  if (!session) redirect('/login');
  if (session.actor.clientId !== null) redirect('/account');
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-6">
      <PageHeader
        title="Your coaching"
        about="How calls of yours were scored, and notes to escalations you began. You see your own, nobody else’s; account managers read what you answer."
      />
      <section aria-labelledby="scores" className="flex flex-col gap-2">
        <h2 id="scores" className="text-base font-semibold">
          Scored calls
        </h2>
        <OwnScores />
      </section>
      <section aria-labelledby="notes" className="flex flex-col gap-2">
        <h2 id="notes" className="text-base font-semibold">
          Notes to your escalations
        </h2>
        <OwnNotes />
      </section>
    </div>
  );
}
