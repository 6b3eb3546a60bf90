'use client';

import { useState } from 'react';
import type { CallCard, Mood, Urgency } from '@/domain/calls/model';
import { useDesk } from './desk-context';
import { pendingFields, type CallFields } from './outbox';

export type ShownFields = {
  callerName: string;
  callerPhone: string;
  /** Why the number as typed cannot be kept; null while it can. */
  phoneProblem: string | null;
  requestedSolution: string;
  intake: Record<string, string>;
  mood: Mood | null;
  moodAtStart: Mood | null;
  urgency: Urgency;
};

/**
 * The call's fields as typed here, then as waiting on this computer, then as the server has them. Typed text stays as
 * typed while the call is open: the server may trim it, and a caret must not jump.
 */
export function useCallFields(call: CallCard): {
  fields: ShownFields;
  change: (patch: CallFields) => void;
  changePhone: (text: string) => void;
} {
  const { entries, outbox } = useDesk();
  const [typed, setTyped] = useState<CallFields>({});
  const [typedPhone, setTypedPhone] = useState<string | null>(null);
  const pending = pendingFields(entries, call.id);
  const phone = entries.find((entry) => entry.callId === call.id && entry.kind === 'phone');
  const pendingPhone = phone?.kind === 'phone' ? phone.phone : null;
  const mood = pending.mood ?? call.mood;
  const fields: ShownFields = {
    callerName: typed.callerName ?? pending.callerName ?? call.callerName,
    callerPhone: typedPhone ?? pendingPhone ?? call.callerPhone ?? '',
    phoneProblem: phone?.refusal ?? null,
    requestedSolution: typed.requestedSolution ?? pending.requestedSolution ?? call.requestedSolution,
    intake: { ...call.intake, ...pending.intake, ...typed.intake },
    mood,
    moodAtStart: call.moodAtStart ?? mood,
    urgency: pending.urgency ?? call.urgency,
  };
  const change = (patch: CallFields) => {
    const whole = patch.intake ? { ...patch, intake: { ...fields.intake, ...patch.intake } } : patch;
    const isChoice = patch.mood !== undefined || patch.urgency !== undefined;
    if (!isChoice) setTyped((before) => ({ ...before, ...whole }));
    outbox.put({ kind: 'fields', callId: call.id, fields: whole });
  };
  const changePhone = (text: string) => {
    setTypedPhone(text);
    outbox.put({ kind: 'phone', callId: call.id, phone: text.trim() });
  };
  return { fields, change, changePhone };
}
