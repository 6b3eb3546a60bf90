'use client';

import { useEffect, useEffectEvent } from 'react';
import { versionNow } from './briefing-selectors';
import { useDesk } from './desk-context';
import { ownOpenCalls, waitingCalls } from './desk-selectors';
import type { DeskPlace, DeskState } from './desk-state';
import { escalationSummary } from './escalation-summary';
import { pendingFields, type OutboxEntry } from './outbox';
import type { CallCard } from '@/domain/calls/model';

/** The call that an emergency is about: the live one, else one in wrap-up, else one that rings. */
export function emergencyCall(state: DeskState, place: DeskPlace | null): CallCard | null {
  const own = ownOpenCalls(state);
  const ringing = waitingCalls(state);
  const isShown = ({ id }: CallCard) => place?.kind === 'call' && place.id === id;
  const shownFirst = (calls: CallCard[]) => calls.find(isShown) ?? calls[0];
  return (
    shownFirst(own.filter((call) => call.state === 'live')) ??
    shownFirst(own.filter((call) => call.state === 'wrap_up')) ??
    shownFirst(ringing) ??
    null
  );
}

/** The message about a call whose screen is not open, from what the desk holds of it. */
export function knownOfCall(
  state: DeskState,
  entries: readonly OutboxEntry[],
  call: CallCard,
  now: Date,
): string {
  const pending = pendingFields(entries, call.id);
  const waiting = entries.flatMap((entry) =>
    entry.callId === call.id && (entry.kind === 'note' || entry.kind === 'draft') && entry.text.trim() !== ''
      ? [{ text: entry.text.trim() }]
      : [],
  );
  const known = state.logs[call.id]?.notes ?? [];
  const texts = new Set(known.map(({ text }) => text));
  return escalationSummary({
    content: versionNow(state, call.briefingId, now)?.content ?? null,
    fields: {
      mood: pending.mood ?? call.mood,
      issue: pending.issue ?? call.issue,
      requestedSolution: pending.requestedSolution ?? call.requestedSolution,
    },
    notes: [...known, ...waiting.filter(({ text }) => !texts.has(text))],
  });
}

/** The open call's screen knows more: what is in its fields at this moment. */
export function useKnownWords(callId: string, compose: () => string): void {
  const { actions } = useDesk();
  const composed = useEffectEvent(compose);
  useEffect(() => actions.offerKnownWords(callId, () => composed()), [actions, callId]);
}
