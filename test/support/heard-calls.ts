import { addNote } from '../../src/domain/calls/add-note';
import { searchInput } from '../../src/domain/calls/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import { searchEverything } from '../../src/domain/calls/search-queries';
import { updateCall } from '../../src/domain/recalls/update-call';
import type { Actor } from '../../src/kernel/actor';
import type { Tenant } from './world';

type Heard = { name?: string; from?: string; issue?: string; wish?: string; points?: readonly string[] };
type Narrowed = { clientId?: string; limit?: number; from?: string; to?: string; kind?: 'call' | 'briefing' };

let callers = 0;

/** A call in which this was heard and written down. @returns its id */
export async function heard(tenant: Tenant, said: Heard): Promise<string> {
  callers += 1;
  const { name = '', issue, wish, points = [] } = said;
  const { operator } = tenant.actors;
  const from = said.from ?? `+4930777${String(callers).padStart(5, '0')}`;
  const { call } = await ringCall(operator, { from, to: tenant.did.number, routeReason: 'overflow' });
  await updateCall(operator, { callId: call.id, callerName: name, issue, requestedSolution: wish });
  for (const text of points) await addNote(operator, { callId: call.id, kind: 'point', text });
  return call.id;
}

export async function find(actor: Actor, q: string, narrowed: Narrowed = {}) {
  return searchEverything(actor, searchInput.parse({ q, ...narrowed }));
}

export async function idsOf(actor: Actor, q: string, narrowed: Narrowed = {}): Promise<string[]> {
  return (await find(actor, q, narrowed)).map(({ id }) => id);
}
