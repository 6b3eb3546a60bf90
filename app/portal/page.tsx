import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClasses } from '@/ui/button';
import { HomeScreen } from '@/ui/home-screen';
import { portalSession } from './portal-session';

export const metadata: Metadata = { title: 'Home' };

export default async function PortalPage() {
  const { canWrite, session } = await portalSession();
  const newBriefing = (
    <Link href="/portal/briefings/new" className={buttonClasses('primary', 'call')}>
      <Plus aria-hidden className="size-4" />
      New briefing
    </Link>
  );
  return (
    <HomeScreen
      about={`What ${session.organizationName} and your callers wait for.`}
      actions={canWrite ? newBriefing : null}
      isClientNamed={false}
      emptyWords={
        canWrite
          ? 'No escalation waits for an answer, no promise for you to keep, no question for your words. On a bad day, begin with a new briefing.'
          : 'No escalation waits for an answer, and no promise for you to keep. You are told here, and by the ways you chose, when that changes.'
      }
    />
  );
}
