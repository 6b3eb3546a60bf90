import type { CallCard } from '@/domain/calls/model';
import { callbackSides, mostOpenCallbacks, type Callback, type CallbackSide } from '@/domain/promises/model';
import { openCallbacks } from './desk-selectors';
import type { DeskState } from './desk-state';

/** Why somebody need not be called by this operator now. */
export type CallbackWait = 'client' | 'claimed' | 'assigned' | 'later';

export function waitOf(callback: Callback, me: string, now: Date): CallbackWait | null {
  const { owner, claimedById, assignedToId, nextTryAt } = callback;
  if (claimedById === me) return null;
  if (owner === 'client') return 'client';
  if (claimedById !== null) return 'claimed';
  if (nextTryAt !== null && nextTryAt > now) return 'later';
  return assignedToId !== null && assignedToId !== me ? 'assigned' : null;
}

/** Whom to call back, by deadline: what this operator can do now, and what waits or is with somebody else. */
export function callbackLists(state: DeskState, now: Date): { now: Callback[]; others: Callback[] } {
  const open = openCallbacks(state);
  const isNow = (callback: Callback) => waitOf(callback, state.me, now) === null;
  return { now: open.filter(isNow), others: open.filter((callback) => !isNow(callback)) };
}

export function ofSide(callbacks: readonly Callback[], side: CallbackSide): Callback[] {
  return callbacks.filter(({ owner }) => (owner === 'client') === (side === 'client'));
}

/** Whether all that is open is on this desk; else it holds what is due first. */
export function holdsAllCallbacks(state: DeskState): boolean {
  const held = Object.values(state.callbacks);
  return callbackSides.every((side) => ofSide(held, side).length < mostOpenCallbacks[side]);
}

/** Whether so many have ended that the desk should ask for those that are due next. */
export function isRunningOut(state: DeskState): boolean {
  const held = Object.values(state.callbacks);
  const open = openCallbacks(state);
  return callbackSides.some(
    (side) =>
      ofSide(held, side).length >= mostOpenCallbacks[side] &&
      ofSide(open, side).length <= mostOpenCallbacks[side] / 2,
  );
}

/** Calls back that the caller of this call still waits for, of the same client, by deadline; none promised in it. */
export function callbacksOfCaller(open: readonly Callback[], call: CallCard): Callback[] {
  const { clientId, callerPhone, ani, isAniValid } = call;
  const numbers = [callerPhone, isAniValid ? ani : null].filter(Boolean);
  return open.filter(
    (callback) =>
      callback.state === 'open' &&
      callback.clientId === clientId &&
      callback.callId !== call.id &&
      numbers.includes(callback.callerPhone),
  );
}
