'use client';

import { useEffect, useState } from 'react';
import type { CallCard, Mood, Urgency } from '@/domain/calls/model';
import type { ApologyKind } from '@/domain/playbooks/model';
import { useDesk } from './desk-context';
import { mergedFields, pendingFields, type CallFields } from './outbox';

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
  /** The matter as heard. */
  issue: string;
  apology: ApologyKind | null;
  callTypeId: string | null;
  /** Ticked steps of the playbook, by id. */
  steps: Record<string, boolean>;
};

const nothingTyped: CallFields = {};

/**
 * The call's fields as typed here, then as waiting on this computer, then as the server has them, whoever wrote them.
 * Typed text stays as typed while the caret is in it: the server may trim it, and a caret must not jump.
 */
export function useCallFields(call: CallCard): {
  fields: ShownFields;
  change: (patch: CallFields) => void;
  changePhone: (text: string) => void;
} {
  const { entries, outbox } = useDesk();
  const [typed, setTyped] = useState<CallFields>(nothingTyped);
  const [typedPhone, setTypedPhone] = useState<string | null>(null);
  useEffect(() => {
    const left = () => {
      setTyped(nothingTyped);
      setTypedPhone(null);
    };
    document.addEventListener('focusout', left);
    return () => document.removeEventListener('focusout', left);
  }, []);
  const pending = pendingFields(entries, call.id);
  const phone = entries.findLast((entry) => entry.callId === call.id && entry.kind === 'phone');
  const pendingPhone = phone?.kind === 'phone' ? phone.phone : null;
  // As typed here, else as it waits, else as the server has it.
  const now = mergedFields(pending, typed);
  const mood = now.mood ?? call.mood;
  const fields: ShownFields = {
    callerName: now.callerName ?? call.callerName,
    callerPhone: typedPhone ?? pendingPhone ?? call.callerPhone ?? '',
    phoneProblem: phone?.refusal ?? null,
    requestedSolution: now.requestedSolution ?? call.requestedSolution,
    intake: { ...call.intake, ...now.intake },
    mood,
    moodAtStart: call.moodAtStart ?? mood,
    urgency: now.urgency ?? call.urgency,
    issue: now.issue ?? call.issue,
    apology: now.apology === undefined ? call.apology : now.apology,
    callTypeId: now.callTypeId === undefined ? call.callTypeId : now.callTypeId,
    steps: { ...ticked(call.steps), ...now.steps },
  };
  const change = (patch: CallFields) => {
    setTyped((before) => mergedFields(before, typedPart(patch)));
    outbox.put({ kind: 'fields', callId: call.id, fields: patch });
  };
  const changePhone = (text: string) => {
    setTypedPhone(text);
    outbox.put({ kind: 'phone', callId: call.id, phone: text.trim() });
  };
  return { fields, change, changePhone };
}

/** What has a caret; a choice is shown as it waits or as the server took it, so that a colleague's is seen too. */
function typedPart({ callerName, requestedSolution, issue, intake }: CallFields): CallFields {
  return {
    ...(callerName !== undefined && { callerName }),
    ...(requestedSolution !== undefined && { requestedSolution }),
    ...(issue !== undefined && { issue }),
    ...(intake !== undefined && { intake }),
  };
}

function ticked(steps: CallCard['steps']): Record<string, boolean> {
  return Object.fromEntries(Object.keys(steps).map((id) => [id, true]));
}
