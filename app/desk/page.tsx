import { redirect } from 'next/navigation';
import { serverApi } from '@/api/server';
import { currentSession } from '@/auth/current-session';
import { homeFor } from '@/ui/home-for';
import { DeskScreen } from './desk-screen';

type Search = { call?: string | string[] };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads once what the desk needs to begin; from then on the screen lives on live events. */
export default async function DeskPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { call } = await searchParams;
  const callId = typeof call === 'string' && uuid.test(call) ? call : null;
  const session = await currentSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(callId ? `/desk?call=${callId}` : '/desk')}`);
  const { actor, organizationName } = session;
  if (actor.role === null || actor.clientId !== null) redirect(actor.role ? homeFor(actor.role) : '/login');

  const api = await serverApi();
  const [snapshot, clients] = await Promise.all([api.desk.snapshot(), api.clients.list({ limit: 100 })]);
  return (
    <DeskScreen
      person={{ membershipId: actor.id, name: actor.name, role: actor.role, organizationName }}
      snapshot={snapshot}
      clients={clients.items.map(({ id, name }) => ({ id, name }))}
      callId={callId}
    />
  );
}
