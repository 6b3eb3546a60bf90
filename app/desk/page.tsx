import { redirect } from 'next/navigation';
import { serverApi } from '@/api/server';
import { currentSession } from '@/auth/current-session';
import { homeFor } from '@/ui/home-for';
import { DeskKeeping } from './desk-keeping';
import { DeskScreen } from './desk-screen';
import type { DeskPlace } from './desk-state';

type Search = { call?: string | string[]; callback?: string | string[] };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The call or the callback that the address names. */
function askedPlace({ call, callback }: Search): DeskPlace | null {
  if (typeof call === 'string' && uuid.test(call)) return { kind: 'call', id: call };
  if (typeof callback === 'string' && uuid.test(callback)) return { kind: 'callback', id: callback };
  return null;
}

/** Reads once what the desk needs to begin; from then on the screen lives on live events. */
export default async function DeskPage({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = askedPlace(await searchParams);
  const session = await currentSession();
  if (!session)
    redirect(`/login?next=${encodeURIComponent(asked ? `/desk?${asked.kind}=${asked.id}` : '/desk')}`);
  const { actor, organizationName } = session;
  if (actor.role === null || actor.clientId !== null) redirect(actor.role ? homeFor(actor.role) : '/login');

  const api = await serverApi();
  const snapshot = await api.desk.snapshot();
  return (
    <>
      <DeskScreen
        person={{ membershipId: actor.id, name: actor.name, role: actor.role, organizationName }}
        snapshot={snapshot}
        asked={asked}
      />
      <DeskKeeping member={actor.id} />
    </>
  );
}
