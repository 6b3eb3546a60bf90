import { createPromise } from '../../src/domain/followups/create-promise';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { renegotiatePromise } from '../../src/domain/followups/renegotiate-promise';
import {
  createPromiseInput,
  keepPromiseInput,
  listPromisesInput,
  renegotiatePromiseInput,
} from '../../src/domain/promises/model';
import { getPromise, listPromises } from '../../src/domain/promises/promise-queries';
import type { Actor } from '../../src/kernel/actor';
import { after, MINUTE } from '../../src/kernel/duration';
import { takeCall } from './recall-day';
import type { Tenant, World } from './world';

let number = 4915112346000;

/** A caller who never rang before. */
export const nextCaller = () => `+${(number += 1)}`;

/** What people do with promises, and where it is read afterwards. */
export function ledgerDesk(world: World) {
  const { operator, account_manager: manager } = world.actors;
  const inMinutes = async (minutes: number) => after(await world.readClock(), minutes * MINUTE).toISOString();

  return {
    inMinutes,

    async give(
      changes: Record<string, unknown> = {},
      { actor = operator, tenant = world }: { actor?: Actor; tenant?: Tenant } = {},
    ) {
      const call = await takeCall(tenant, nextCaller());
      const dueAt = await inMinutes(300);
      const words = { kind: 'information', what: 'when the rest is paid', dueAt, callId: call.id };
      return createPromise(actor, createPromiseInput.parse({ ...words, ...changes }));
    },

    keep: (promiseId: string, changes: Record<string, unknown> = {}, actor = operator) =>
      keepPromise(actor, keepPromiseInput.parse({ promiseId, evidence: 'Told by phone.', ...changes })),

    async renegotiate(promiseId: string, changes: Record<string, unknown> = {}, actor = operator) {
      const dueAt = await inMinutes(600);
      const words = { consent: 'Tomorrow morning is fine, she said.', dueAt };
      return renegotiatePromise(actor, renegotiatePromiseInput.parse({ promiseId, ...words, ...changes }));
    },

    async ledgerOf(promiseId: string) {
      const { promise, events } = await getPromise(manager, { promiseId });
      const lines = events.map(({ type, words }) => [type, words]);
      return { promise, lines, names: events.map(({ byName }) => byName) };
    },

    list: async (filter: Record<string, unknown>, actor = manager) =>
      (await listPromises(actor, listPromisesInput.parse({ limit: 100, ...filter }))).items,

    async auditOf(id: string) {
      const rows =
        await world.ownerSql`select action from audit_entries where subject_id = ${id} order by id`;
      return rows.map(({ action }) => action as string);
    },

    async remindersOf(id: string) {
      const [row] = await world.ownerSql`select remind_stage, remind_at from promises where id = ${id}`;
      return row;
    },
  };
}
