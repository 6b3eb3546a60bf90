import type { BriefingContent, BriefingState } from '../briefings/model';
import { wordings } from '../briefings/wordings';

/** A briefing's newest version, and the words of it that somebody approved. */
export type PublishedBriefing = {
  id: string;
  state: BriefingState;
  content: BriefingContent;
  approved: readonly { key: string; text: string }[];
};

export type Say = {
  /** null: nothing stands in the place of the old words, or nobody has approved the new ones yet. */
  words: string | null;
  isAwaitingApproval: boolean;
};

const NOTHING: Say = { words: null, isAwaitingApproval: false };

/**
 * What an operator who calls back says now: the wording of that key as the newest version has it. Never words that
 * nobody approved, that are over their validity, or of a briefing that was taken back.
 */
export function wordsToSay(briefing: PublishedBriefing | undefined, key: string | null, now: Date): Say {
  if (briefing === undefined || key === null || briefing.state === 'withdrawn') return NOTHING;
  const wording = wordings(briefing.content).find((one) => one.key === key);
  if (wording === undefined) return NOTHING;
  if (wording.validUntil !== null && new Date(wording.validUntil) <= now) return NOTHING;
  const isApproved = briefing.approved.some((one) => one.key === key && one.text === wording.text);
  return isApproved
    ? { words: wording.text, isAwaitingApproval: false }
    : { words: null, isAwaitingApproval: true };
}
