import type { LiveBriefing } from '@/domain/briefings/model';
import { isUnread } from './briefing-selectors';
import type { DeskState } from './desk-state';
import type { OutboxEntry } from './outbox';

/** A confirmation that takes longer than this is said not to be there yet. */
const QUIET_MS = 4_000;

/**
 * `read`: the server has it. `sending`: pressed a moment ago. `waiting`: pressed, but it has not reached the server, so
 * it does not count. `unread`: not pressed, or refused.
 */
export type Reading = 'read' | 'sending' | 'waiting' | 'unread';

type Known = { state: DeskState; entries: readonly OutboxEntry[]; isOffline: boolean; now: Date };

/** How this operator's confirmation of a version stands. */
export function readingOf(briefing: LiveBriefing, { state, entries, isOffline, now }: Known): Reading {
  if (!isUnread(state, briefing)) return 'read';
  const pressed = entries.find(
    (entry) => entry.kind === 'reading' && entry.versionId === briefing.versionId && entry.refusal === null,
  );
  if (pressed === undefined) return 'unread';
  return isOffline || now.getTime() - pressed.madeAt > QUIET_MS ? 'waiting' : 'sending';
}
