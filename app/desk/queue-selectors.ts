import type { CallCard } from '@/domain/calls/model';
import type { DeskStatusKind } from '@/ui/presence-words';
import { ownOpenCalls, waitingCalls } from './desk-selectors';
import type { DeskState } from './desk-state';

/** After this long a call that nobody of its own has answered is everybody's. */
const HELP_AFTER_MS = 30_000;

/** Whether this operator takes calls for the client; a number that belongs to nobody is everybody's. */
export function takesClient({ ownClients }: DeskState, clientId: string | null): boolean {
  return clientId === null || ownClients.length === 0 || ownClients.includes(clientId);
}

/** Ringing calls by whose they are, in each the one that has waited longest first. */
export function waitingByClient(state: DeskState): { mine: CallCard[]; others: CallCard[] } {
  const waiting = waitingCalls(state);
  return {
    mine: waiting.filter(({ clientId }) => takesClient(state, clientId)),
    others: waiting.filter(({ clientId }) => !takesClient(state, clientId)),
  };
}

/** The call that the answer key takes: the oldest for one's own clients, else the oldest of any that waited too long. */
export function nextToAnswer(state: DeskState, now: Date): CallCard | null {
  const { mine, others } = waitingByClient(state);
  const oldest = others[0];
  if (mine[0]) return mine[0];
  return oldest && helpDueAt(oldest) <= now ? oldest : null;
}

/** When a call of other clients becomes everybody's. */
export function helpDueAt({ ringAt }: CallCard): Date {
  return new Date(ringAt.getTime() + HELP_AFTER_MS);
}

/** Calls that a colleague hands over to this operator, the one offered first on top. */
export function offeredCalls(state: DeskState): CallCard[] {
  return Object.values(state.calls)
    .filter((call) => call.handoverToId === state.me && (call.state === 'live' || call.state === 'wrap_up'))
    .sort((a, b) => (a.handoverAt?.getTime() ?? 0) - (b.handoverAt?.getTime() ?? 0));
}

/** Whether this operator has never finished a call for the client. */
export function isNewClient({ knownClients }: DeskState, { clientId }: CallCard): boolean {
  return clientId !== null && !knownClients.includes(clientId);
}

export type DeskStatus = { kind: DeskStatusKind; reason: string; since: Date | null };

/** What this operator does: a call in hand says more than what was chosen. */
export function deskStatus(state: DeskState): DeskStatus {
  const own = ownOpenCalls(state);
  const live = own.find((call) => call.state === 'live');
  if (live) return { kind: 'on_call', reason: '', since: live.answeredAt };
  const wrapUp = own.find((call) => call.state === 'wrap_up');
  if (wrapUp) return { kind: 'wrap_up', reason: '', since: wrapUp.endedAt };
  const presence = state.colleagues[state.me];
  if (!presence) return { kind: 'preparing', reason: '', since: null };
  return { kind: presence.state, reason: presence.reason, since: presence.changedAt };
}
