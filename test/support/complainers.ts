import { database } from '../../src/db/client';
import { listSurgeSuspects, type Claim } from '../../src/db/engine-gate';
import { engineActor } from '../../src/db/gate';
import { addNote } from '../../src/domain/calls/add-note';
import { ringCall } from '../../src/domain/calls/ring-call';
import { closeSurge } from '../../src/domain/surges/close-surge';
import { surgeCalls, type Surge } from '../../src/domain/surges/model';
import { openSurge } from '../../src/domain/surges/open-surge';
import { listSurges } from '../../src/domain/surges/queries';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { addClient } from './busy-day';
import type { Tenant, World } from './world';

export const wrongPayslips = [
  ['Payslip shows the wrong amount', '400 euros are missing'],
  ['Her payslip is wrong, only half of the salary', 'wants to know when it is corrected'],
  ['Salary too low this month, payslip from today is wrong'],
  ['payslip shows wrong gross amount'],
  ['Got somebody else’s payslip, and the amount is wrong too'],
];

let lastNumber = 15113000000;

/** Callers with something to say, and what becomes of many of them. */
export class Complainers {
  constructor(private readonly world: () => World) {}

  /** Every story has a client of its own. */
  async newClient(): Promise<Tenant> {
    return addClient(this.world(), `Client ${newId()}`);
  }

  async call(client: Tenant, notes: string[], from = `+49${(lastNumber += 1)}`): Promise<string> {
    const { operator } = this.world().actors;
    const ring = { from, to: client.did.number, routeReason: 'overflow' as const };
    const { call } = await ringCall(operator, ring);
    for (const text of notes) await addNote(operator, { callId: call.id, kind: 'point', text });
    await this.world().moveClock(1_000);
    return call.id;
  }

  async calls(client: Tenant, ...notes: (string | string[])[]): Promise<void> {
    for (const one of notes) await this.call(client, typeof one === 'string' ? [one] : one);
  }

  /** What the worker does for one client. */
  async look({ client }: Tenant): Promise<void> {
    const engine = engineActor(this.world().organizationId);
    await closeSurge(engine, client.id);
    await openSurge(engine, client.id);
  }

  async surgesOf({ client }: Tenant, actor: Actor = this.world().actors.account_manager): Promise<Surge[]> {
    return listSurges(actor, { clientId: client.id });
  }

  async surgeOf(client: Tenant): Promise<Surge> {
    await this.look(client);
    const [surge, ...others] = await this.surgesOf(client);
    if (surge === undefined || others.length > 0) throw new Error('There is no surge, or more than one.');
    return surge;
  }

  async stateOf({ id }: { id: string }): Promise<string | undefined> {
    const [row] = await this.world().ownerSql<{ state: string }[]>`select state from surges where id = ${id}`;
    return row?.state;
  }

  /** Whether the worker would look at a client now. */
  async suspects({ client }: Tenant): Promise<Claim[]> {
    const all = await listSurgeSuspects(database().sql, surgeCalls, 1_000);
    return all.filter(({ id }) => id === client.id);
  }
}
