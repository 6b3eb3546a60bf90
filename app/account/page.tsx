import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentSession } from '@/auth/current-session';
import { DeviceSwitch } from '@/ui/device-switch';
import { PageHeader } from '@/ui/page-header';
import { SessionList } from './session-list';

export default async function AccountPage() {
  const session = await currentSession();
  if (!session) redirect('/login');
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-6">
      <div className="flex flex-col gap-6">
        <PageHeader
          title="Where you are signed in"
          about="End a session you do not recognise, or one you left open on another computer. It stops at once."
        />
        <SessionList />
      </div>
      {session.actor.clientId === null ? (
        <section aria-labelledby="coaching" className="flex flex-col gap-2 border-t border-line pt-5">
          <h2 id="coaching" className="text-base font-semibold">
            Coaching
          </h2>
          <p>
            <Link href="/account/coaching" className="text-accent underline underline-offset-2">
              How your calls were scored
            </Link>
            , and notes to escalations you began.
          </p>
        </section>
      ) : (
        <section aria-labelledby="devices" className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 id="devices" className="text-base font-semibold">
            Notifications on this device
          </h2>
          <DeviceSwitch />
        </section>
      )}
    </div>
  );
}
