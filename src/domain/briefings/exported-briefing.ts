import type { BriefingExport } from './briefing-sheet';
import type { Approval, BriefingContentInput, Withdrawal } from './model';
import { wordings, type Wording } from './wordings';

/** An export for programs. Times are RFC 3339 in UTC once it is written. */
export type ExportedBriefing = Omit<BriefingExport, 'content' | 'approvals' | 'timeZone' | 'withdrawals'> & {
  format: 'calmline.briefing.1';
  isDraft: boolean;
  /** Every sentence that is said aloud, in the order of the blocks, with who approved exactly these words. */
  sentences: (Wording & { approval: Approval | null })[];
  withdrawals: Withdrawal[];
  /** With a `clientId` beside it, this is the body of POST /briefings: items carry no ids, so that they get new ones. */
  content: BriefingContentInput;
};

export function exportedBriefing(source: BriefingExport): ExportedBriefing {
  const { content, approvals, timeZone: _, ...rest } = source;
  return {
    format: 'calmline.briefing.1',
    ...rest,
    isDraft: source.version === 0,
    sentences: wordings(content).map((wording) => ({ ...wording, approval: approvals[wording.key] ?? null })),
    content: {
      ...content,
      facts: content.facts.map(withoutId),
      unknowns: content.unknowns.map(withoutId),
      statements: content.statements.map(withoutId),
      assurances: content.assurances.map(withoutId),
      neverSay: content.neverSay.map(withoutId),
      qa: content.qa.map(withoutId),
      intake: content.intake.map(withoutId),
      escalateWhen: content.escalateWhen.map(withoutId),
    },
  };
}

function withoutId<Item extends { id: string }>({ id: _, ...item }: Item): Omit<Item, 'id'> {
  return item;
}
