import type { CallCard } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { OverflowWindow } from '@/domain/overflow/model';
import type { Playbook } from '@/domain/playbooks/model';
import type { Callback, PromiseCard } from '@/domain/promises/model';
import { playbookKey, type DeskReminder, type DeskState } from './desk-state';

/** Ringing calls, the one that has waited longest first. */
export function waitingCalls(state: DeskState): CallCard[] {
  return Object.values(state.calls)
    .filter((call) => call.state === 'ringing')
    .sort((a, b) => a.ringAt.getTime() - b.ringAt.getTime());
}

/** Own calls that are not finished, the newest first. */
export function ownOpenCalls(state: DeskState): CallCard[] {
  return Object.values(state.calls)
    .filter((call) => call.answeredById === state.me && (call.state === 'live' || call.state === 'wrap_up'))
    .sort((a, b) => (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0));
}

/** Own escalations still in motion, the newest first. */
export function openEscalations(state: DeskState): EscalationCard[] {
  return Object.values(state.escalations)
    .filter(
      (one) =>
        one.startedById === state.me &&
        (one.state === 'open' || one.state === 'acknowledged' || one.state === 'unanswered'),
    )
    .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

export function escalationsOfCall(state: DeskState, callId: string): EscalationCard[] {
  return Object.values(state.escalations)
    .filter((one) => one.callId === callId)
    .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

/** Windows that are not over at `now`, the one that ends first first; those that begin later after them. */
export function overflowWindows(
  state: DeskState,
  now: Date,
): { open: OverflowWindow[]; coming: OverflowWindow[] } {
  const left = Object.values(state.overflow).filter(({ endsAt }) => endsAt > now);
  return {
    open: left
      .filter(({ startsAt }) => startsAt <= now)
      .sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime()),
    coming: left
      .filter(({ startsAt }) => startsAt > now)
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
  };
}

/** The client's window that is open at `now`: all its calls come here. */
export function overflowOf(state: DeskState, clientId: string | null, now: Date): OverflowWindow | null {
  return overflowWindows(state, now).open.find((window) => window.clientId === clientId) ?? null;
}

/** Callbacks that somebody has to make, by deadline. */
export function openCallbacks(state: DeskState): Callback[] {
  return Object.values(state.callbacks)
    .filter((callback) => callback.state === 'open')
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** The playbook version that the call began with; null until it is on this computer. */
export function playbookOf(
  state: DeskState,
  { playbookId, playbookVersion }: Pick<CallCard, 'playbookId' | 'playbookVersion'>,
): Playbook | null {
  return state.playbooks[playbookKey({ id: playbookId, version: playbookVersion })] ?? null;
}

/** Reminders of what this operator, or anybody here, has to do and nobody has done yet: by deadline. */
export function ownReminders(
  state: DeskState,
): (DeskReminder & { causeId: string; promises: PromiseCard[] })[] {
  const isOpen = ({ id, reason }: PromiseCard) =>
    (reason === 'call' ? state.promises[id] : state.callbacks[id])?.state === 'open';
  const isMine = ({ owner, ownerId, assignedToId }: PromiseCard) =>
    (assignedToId ?? ownerId) === state.me || (owner === 'service' && assignedToId === null);
  return Object.entries(state.reminders)
    .map(([causeId, reminder]) => {
      const promises = reminder.promises.filter((promise) => isOpen(promise) && isMine(promise));
      return { ...reminder, causeId, promises };
    })
    .filter(({ promises }) => promises.length > 0)
    .sort((a, b) => (a.promises[0]?.dueAt.getTime() ?? 0) - (b.promises[0]?.dueAt.getTime() ?? 0));
}

/** What this operator promised to do, or what anybody here does, and is open: by deadline. */
export function ownPromises(state: DeskState): PromiseCard[] {
  return Object.values(state.promises)
    .filter(
      (one) =>
        one.state === 'open' &&
        (one.ownerId === state.me || one.assignedToId === state.me || one.owner === 'service'),
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
}
