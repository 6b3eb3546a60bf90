import type { CallDesk, NoteDraft } from '@/domain/calls/model';
import { draftKey, type OutboxChange } from './outbox';

type Known = {
  callId: string;
  /** This window. */
  deskId: string;
  /** What was typed on this computer, by draftKey; see outbox-sender.ts. */
  drafts: Readonly<Record<string, string>>;
  /** The windows that were opened in this browser: whether they are gone, their locks tell. */
  windows: readonly string[];
};

const windowOf = (key: string, callId: string) => {
  const prefix = draftKey(callId, '');
  return key.startsWith(prefix) ? key.slice(prefix.length) : null;
};

/** What other windows typed into this call's notes field and left on this computer. */
export function leftHere({ callId, deskId, drafts }: Known): { deskId: string; text: string }[] {
  return Object.entries(drafts).flatMap(([key, text]) => {
    const from = windowOf(key, callId);
    return from === null || from === deskId || text.trim() === '' ? [] : [{ deskId: from, text }];
  });
}

/** What the server has of windows that are perhaps gone: not this one, not open on another computer, not known here better. */
export function leftOnServer(
  { callId, deskId, drafts, windows }: Known,
  served: readonly NoteDraft[],
  desks: readonly CallDesk[],
): NoteDraft[] {
  const elsewhere = desks.filter((desk) => !windows.includes(desk.deskId));
  const open = new Set(elsewhere.map((desk) => desk.deskId));
  return served
    .filter((draft) => draft.deskId !== deskId && !open.has(draft.deskId) && draft.text.trim() !== '')
    .filter((draft) => drafts[draftKey(callId, draft.deskId)] === undefined)
    .sort((a, b) => a.savedAt.getTime() - b.savedAt.getTime());
}

/**
 * The changes by which this window takes over what gone ones typed: below one another in its own field, nothing
 * dropped, then cleared where it came from. What stands in the field already is not written twice.
 */
export function adoption(
  { callId, deskId, drafts }: Known,
  left: readonly { deskId: string; text: string }[],
): OutboxChange[] {
  const own = drafts[draftKey(callId, deskId)] ?? '';
  const isThere = (text: string) => `\n${own}\n`.includes(`\n${text}\n`);
  const found = [...new Set(left.map(({ text }) => text.trim()))].filter((text) => !isThere(text));
  const text = [...found, own].filter((part) => part !== '').join('\n');
  return [
    ...(text === own ? [] : [{ kind: 'draft' as const, callId, text }]),
    ...left.map((one) => ({ kind: 'draft' as const, callId, text: '', draftDeskId: one.deskId })),
  ];
}
