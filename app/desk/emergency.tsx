'use client';

import { useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { syncedNow } from '@/ui/now';
import { callWordingRules } from './call-wording-rules';
import { useDesk, useDeskNow } from './desk-context';
import { escalationsOfCall } from './desk-selectors';
import { versionNow } from './briefing-selectors';
import { EscalateSheet } from './escalate-sheet';
import { EmergencyOfClient } from './emergency-of-client';
import { emergencyCall, knownOfCall } from './known-words';
import { useKey } from './use-key';

type Asked = { count: number; callId: string | null; words: string; clientId: string | null };

function EmergencyOfCall({ call, asked, onClose }: { call: CallCard; asked: Asked; onClose: () => void }) {
  const { state } = useDesk();
  const now = useDeskNow(10_000);
  const content = versionNow(state, call.briefingId, now)?.content;
  return (
    <EscalateSheet
      call={call}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      escalations={escalationsOfCall(state, call.id)}
      proposed={asked.words}
      urgency={call.urgency}
      initialUrgency="emergency"
      askedCount={asked.count}
      rules={callWordingRules(content, content?.language ?? 'en')}
    />
  );
}

/**
 * From anywhere on the desk: one key shows who is told and the message composed of what is known, with the focus on
 * Start; Enter tells them. Without a call it asks whose emergency it is.
 */
export function Emergency() {
  const { state, entries, place, actions } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  useKey('emergency', () => {
    const call = emergencyCall(state, place);
    const words = call ? (actions.knownWords(call.id) ?? knownOfCall(state, entries, call, syncedNow())) : '';
    const shown = place?.kind === 'callback' ? state.callbacks[place.id] : state.calls[place?.id ?? ''];
    setAsked((before) => ({
      count: before !== null && before.callId === (call?.id ?? null) ? before.count + 1 : 1,
      callId: call?.id ?? null,
      words,
      clientId: shown?.clientId ?? null,
    }));
  });
  if (asked === null) return null;
  const call = asked.callId === null ? undefined : state.calls[asked.callId];
  return call ? (
    <EmergencyOfCall key={call.id} call={call} asked={asked} onClose={close} />
  ) : (
    <EmergencyOfClient clientId={asked.clientId} onClose={close} />
  );
}
