'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { briefingChanges } from '@/ui/briefing-changes';
import { useLiveEvent } from '@/ui/live-updates';
import { forgetDraftCopy, keepDraftCopy, readDraftCopy, type DraftCopy } from './draft-copy';
import { checkDraft } from './draft-problems';
import { DraftSaver, type SaverPorts } from './draft-saver';

/** Text that a crash left on this device, and the server's draft it was found against. */
export type Restored = DraftCopy & { instead: BriefingContent };

/** A copy on this device that says something else than the server's draft. */
function unsavedCopy({ id, draft }: Briefing): Restored | null {
  const copy = readDraftCopy(id, 'typed', draft);
  if (!copy) return null;
  const changes = briefingChanges(draft, checkDraft(copy.content).content, String);
  return changes.length > 0 ? { ...copy, instead: draft } : null;
}

/**
 * The saving of one open draft. `first` is what the editor starts with: text that a crash left on this device, or the
 * server's draft. `isBehind`: a colleague saved since, so nothing more is sent until the author has chosen.
 */
export function useDraft(briefing: Briefing) {
  const api = useTRPC();
  const queries = useQueryClient();
  const queryKey = api.briefings.get.queryKey({ briefingId: briefing.id });
  const { mutateAsync } = useMutation(
    api.briefings.save.mutationOptions({ networkMode: 'always', retry: false }),
  );
  const [restored] = useState(() => unsavedCopy(briefing));
  const [saver] = useState(() => {
    const ports: SaverPorts = {
      save: async (content, draftRevision) => {
        const saved = await mutateAsync({ ...content, briefingId: briefing.id, draftRevision });
        queries.setQueryData(queryKey, saved);
        return saved;
      },
      problemOf: (error) => {
        const { code, words, problems } = errorWords(error);
        if (code === null)
          return { code: 'UNAVAILABLE', words: 'there is no connection right now.', problems };
        return { code, words, problems };
      },
      keep: (content, revision) =>
        void keepDraftCopy(briefing.id, 'typed', { revision, content, at: new Date().toISOString() }),
      forget: () => forgetDraftCopy(briefing.id, 'typed'),
    };
    return new DraftSaver(ports, restored?.revision ?? briefing.draftRevision);
  });
  const { save, revision } = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);
  // While a save is under way the newer revision may be one's own.
  const isNewer = save.kind !== 'saving' && briefing.draftRevision > revision;
  const isBehind = save.kind === 'stale' || isNewer;

  const begin = useEffectEvent(() => {
    if (restored?.revision === briefing.draftRevision) saver.changed(restored.content);
    else if (restored) saver.fallBehind();
    else forgetDraftCopy(briefing.id, 'typed');
  });
  useEffect(() => {
    begin();
    const sendNow = () => void saver.flush();
    window.addEventListener('online', sendNow);
    document.addEventListener('visibilitychange', sendNow);
    return () => {
      window.removeEventListener('online', sendNow);
      document.removeEventListener('visibilitychange', sendNow);
      void saver.leave();
    };
  }, [saver]);

  const readTheirs = () => void queries.invalidateQueries({ queryKey });
  const refused = useEffectEvent(readTheirs);
  useEffect(() => {
    if (save.kind === 'stale') refused();
  }, [save.kind]);
  useLiveEvent((event) => {
    if (event.type !== 'briefing.saved' || event.briefing.id !== briefing.id) return;
    const own = save.kind === 'saving' ? revision + 1 : revision;
    if (event.briefing.draftRevision > own) readTheirs();
  });

  return { first: restored?.content ?? briefing.draft, restored, saver, save, revision, isBehind };
}
