'use client';

import { moods, type Mood } from '@/domain/calls/model';
import { moodWords } from './call-words';
import { useDesk } from './desk-context';
import type { CallFields } from './outbox';
import type { ShownFields } from './use-call-fields';
import { useKey } from './use-key';

/** Round and round, from calm; the first press says that the caller is calm. */
export function nextMood(mood: Mood | null): Mood {
  return moods[(mood === null ? -1 : moods.indexOf(mood)) + 1] ?? 'calm';
}

/** One key for the caller's mood, at any time of a call and in the wrap-up; the new mood is told to screen readers. */
export function useMoodKey(fields: Pick<ShownFields, 'mood'>, change: (patch: CallFields) => void): void {
  const { actions } = useDesk();
  useKey('mood', () => {
    const mood = nextMood(fields.mood);
    change({ mood });
    actions.announce(`Mood now: ${moodWords[mood].toLowerCase()}`);
  });
}
