'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing, BriefingContent, BriefingSummary } from '@/domain/briefings/model';
import { briefingChanges } from '@/ui/briefing-changes';
import { useLiveEvent } from '@/ui/live-updates';
import { forgetDraftCopy, keepDraftCopy, readDraftCopy, type DraftCopy } from './draft-copy';
import { checkDraft, withPlaces, type DraftProblem } from './draft-problems';
import { DraftSaver, type SaverPorts } from './draft-saver';
import { withoutEmptyTranslations } from './translations';

/** Text that a crash left on this device, and the server's draft it was found against. */
export type Restored = DraftCopy & { instead: BriefingContent };

/** The server would refuse this draft, so it is not sent. */
class UnsavableDraft extends Error {
  constructor(readonly problems: readonly DraftProblem[]) {
    super('The draft does not fit.');
  }
}

/** What of a briefing changes without its draft: the review, the publication, the end. */
const standingOf = ({ review, reviewWords, state, currentVersion, unapprovedSince }: BriefingSummary) =>
  [review, reviewWords, state, currentVersion, unapprovedSince?.getTime()].join(' ');

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
        const draft = withoutEmptyTranslations(content);
        const { problems } = checkDraft(draft);
        if (problems.length > 0) throw new UnsavableDraft(problems);
        const saved = await mutateAsync({ ...draft, briefingId: briefing.id, draftRevision });
        queries.setQueryData(queryKey, saved);
        return saved;
      },
      problemOf: (error) => {
        if (error instanceof UnsavableDraft) {
          const [first] = withPlaces(error.problems);
          return { code: 'INVALID', words: first?.words ?? error.message, problems: error.problems };
        }
        const { code, words, problems } = errorWords(error);
        if (code === null)
          return { code: 'UNAVAILABLE', words: 'there is no connection right now.', problems };
        return { code, words, problems };
      },
      keep: (content, revision, base) =>
        keepDraftCopy(briefing.id, 'typed', { revision, content, base, at: new Date().toISOString() }),
      forget: () => forgetDraftCopy(briefing.id, 'typed'),
    };
    return restored
      ? new DraftSaver(ports, restored.revision, restored.base)
      : new DraftSaver(ports, briefing.draftRevision, briefing.draft);
  });
  const { save, revision, base } = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);
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
    if (event.briefing.draftRevision > own || standingOf(event.briefing) !== standingOf(briefing))
      readTheirs();
  });

  return { first: restored?.content ?? briefing.draft, restored, saver, save, revision, base, isBehind };
}
