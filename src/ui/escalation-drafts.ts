import { useState } from 'react';
import type { AcknowledgeDraft } from './escalation-acknowledge-dialog';
import type { PatchDraft } from './escalation-patch-dialog';

type Drafts = { answer?: AcknowledgeDraft; patch?: PatchDraft };

/** What was typed about each escalation and not sent: closing a dialog, or the sheet around it, loses nothing. */
const kept = new Map<string, Drafts>();

function keep(escalationId: string, part: Drafts): void {
  kept.set(escalationId, { ...kept.get(escalationId), ...part });
}

/** The drafts of one escalation for as long as this page is open. */
export function useEscalationDrafts(escalationId: string, blank: Required<Drafts>) {
  const [drafts, setDrafts] = useState(() => ({ ...blank, ...kept.get(escalationId) }));
  const change = (part: Drafts) => {
    keep(escalationId, part);
    setDrafts((before) => ({ ...before, ...part }));
  };
  return { drafts, change };
}
