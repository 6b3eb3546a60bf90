'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import { useTRPC } from '@/api/client';
import type { NoteDraft } from '@/domain/calls/model';
import { useDesk } from './desk-context';
import { adoption, leftHere, leftOnServer } from './gone-drafts';
import { draftKey } from './outbox';
import { emptyOutboxView } from './outbox-sender';

/** How often it is asked whether a window that left words on the server is gone by now. */
const ASK_EVERY_MS = 10_000;
/** What was read longer ago may not be the last that window typed. */
const FRESH_MS = 5_000;

/**
 * The text in the notes field of this window: kept on this computer at every keystroke, on the server shortly after.
 * What windows that are gone had typed into the same field comes into this one.
 */
export function useNoteDraft(callId: string) {
  const { outbox } = useDesk();
  const { deskId } = outbox;
  const { drafts } = useSyncExternalStore(outbox.subscribe, outbox.view, emptyOutboxView);
  useGoneDrafts(callId);

  const text = drafts[draftKey(callId, deskId)] ?? '';
  const write = (next: string) => outbox.put({ kind: 'draft', callId, text: next });
  /** Turns the text into a point of the log. */
  const add = () => {
    const point = text.trim();
    if (point === '') return;
    outbox.put({ kind: 'note', callId, noteId: v7(), text: point }, { kind: 'draft', callId, text: '' });
  };
  return { text, write, add };
}

function useGoneDrafts(callId: string): void {
  const { outbox, state } = useDesk();
  const { deskId } = outbox;
  const { drafts, isRead, windows } = useSyncExternalStore(outbox.subscribe, outbox.view, emptyOutboxView);
  const api = useTRPC();
  const { data, dataUpdatedAt, refetch } = useQuery({
    ...api.calls.get.queryOptions({ callId }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const [asked, setAsked] = useState(0);
  const served: readonly NoteDraft[] = data?.noteDrafts ?? [];
  const known = { callId, deskId, drafts, windows };
  const here = leftHere(known);
  const perhaps = data === undefined ? [] : leftOnServer(known, served, state.desks[callId] ?? data.desks);
  const [hereKey, perhapsKey] = [here, perhaps].map((left) => left.map((one) => one.deskId).join());

  const adoptHere = useEffectEvent(() => outbox.put(...adoption(known, here)));
  useEffect(() => {
    if (hereKey !== '') adoptHere();
  }, [hereKey]);

  const adoptServed = useEffectEvent(async () => {
    const gone: NoteDraft[] = [];
    for (const draft of perhaps) {
      // A window that did not say which it was has no lock.
      if (draft.deskId === '' || (await outbox.takeOver(draft.deskId))) gone.push(draft);
    }
    if (gone.length === 0) return;
    if (Date.now() - dataUpdatedAt > FRESH_MS) return void refetch();
    const now = { ...known, drafts: outbox.view().drafts };
    const left = leftOnServer(now, gone, []);
    if (left.length > 0) outbox.put(...adoption(now, left));
  });
  useEffect(() => {
    if (!isRead || perhapsKey === '') return;
    void adoptServed();
    const timer = setTimeout(() => setAsked((times) => times + 1), ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isRead, perhapsKey, dataUpdatedAt, asked]);
}
