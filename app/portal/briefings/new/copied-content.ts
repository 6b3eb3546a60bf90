import type { BriefingContent, BriefingContentInput } from '@/domain/briefings/model';

function withoutId<Item extends { id: string }>({ id: _, ...item }: Item): Omit<Item, 'id'> {
  return item;
}

/**
 * An earlier briefing's words for a new one: its items get new ids, so that what callers were told stays with the old
 * one, and the times of that day are gone.
 */
export function copiedContent(content: BriefingContent): BriefingContentInput {
  const again = <Item extends { id: string; validUntil: string | null }>(item: Item) => ({
    ...withoutId(item),
    validUntil: null,
  });
  return {
    ...content,
    incidentStatus: 'investigating',
    facts: content.facts.map((item) => ({ ...withoutId(item), knownAt: null })),
    unknowns: content.unknowns.map(withoutId),
    statements: content.statements.map(again),
    assurances: content.assurances.map(withoutId),
    neverSay: content.neverSay.map(withoutId),
    qa: content.qa.map(again),
    intake: content.intake.map(withoutId),
    escalateWhen: content.escalateWhen.map(withoutId),
    startsAt: null,
    endsAt: null,
    nextUpdateDueAt: null,
  };
}
