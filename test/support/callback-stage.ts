import { createPromise } from '../../src/domain/followups/create-promise';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { handOverCallback } from '../../src/domain/promises/hand-over-callback';
import {
  createPromiseInput,
  handOverCallbackInput,
  listCallbacksInput,
  recordTryInput,
  type Callback,
} from '../../src/domain/promises/model';
import { recordTry } from '../../src/domain/promises/record-try';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { takeCall } from './recall-day';
import type { Tenant, World } from './world';

let number = 4915112340000;

/** A caller nobody knows yet. */
export const nextNumber = () => `+${(number += 1)}`;

type Given = { owner?: string; from?: string; hours?: number; tenant?: Tenant };

/** A call back that the operator promised in a call, in so many hours. */
export async function promisedCallback(world: World, given: Given = {}) {
  const { owner = 'service', from = nextNumber(), hours = 5, tenant = world } = given;
  const call = await takeCall(tenant, from);
  const dueAt = after(await world.readClock(), hours * HOUR).toISOString();
  const promise = { callId: call.id, kind: 'callback', what: 'the wrong payslip', owner, dueAt };
  const { id } = await createPromise(tenant.actors.operator, createPromiseInput.parse(promise));
  return { callbackId: id, callId: call.id, from };
}

/** As the screens and REST send it. */
export const tryCallback = (actor: Actor, callbackId: string, outcome: string, more: object = {}) =>
  recordTry(actor, recordTryInput.parse({ callbackId, outcome, ...more }));

export const handOverTo = (actor: Actor, callbackId: string, toMemberId: string | null, words = '') =>
  handOverCallback(actor, handOverCallbackInput.parse({ callbackId, toMemberId, words }));

export async function callbacksOf(actor: Actor, filter: object = {}): Promise<Callback[]> {
  return (await listCallbacks(actor, listCallbacksInput.parse({ limit: 100, ...filter }))).items;
}
