import type { BriefingContent } from '@/domain/briefings/model';
import { briefingChanges, type BriefingChange } from '@/ui/briefing-changes';
import { blockTitles } from '@/ui/briefing-words';

const nouns: Partial<Record<string, readonly [one: string, many: string]>> = {
  [blockTitles.facts]: ['fact', 'facts'],
  [blockTitles.unknowns]: ['open point', 'open points'],
  [blockTitles.statements]: ['statement', 'statements'],
  [blockTitles.assurances]: ['assurance', 'assurances'],
  [blockTitles.neverSay]: ['never-say phrase', 'never-say phrases'],
  [blockTitles.qa]: ['answer', 'answers'],
  [blockTitles.intake]: ['question to the caller', 'questions to the caller'],
  [blockTitles.escalateWhen]: ['escalation rule', 'escalation rules'],
};

const kindWords = { added: 'added', removed: 'withdrawn', changed: 'changed' } as const;

export type ChangeSummary = { words: string; changes: readonly BriefingChange[] };

/** "1 statement withdrawn, 2 facts added, headline changed": withdrawals first, because they were perhaps just said. */
export function summarizeChanges(
  was: BriefingContent,
  now: BriefingContent,
  when: (instant: string) => string,
): ChangeSummary {
  const changes = briefingChanges(was, now, when);
  const parts = (['removed', 'changed', 'added'] as const).flatMap((kind) => {
    const counts = new Map<string, number>();
    for (const change of changes) {
      if (change.kind === kind) counts.set(change.block, (counts.get(change.block) ?? 0) + 1);
    }
    return [...counts].map(([block, count]) => {
      const noun = nouns[block];
      return noun
        ? `${count} ${count === 1 ? noun[0] : noun[1]} ${kindWords[kind]}`
        : `${block.toLowerCase()} ${kindWords[kind]}`;
    });
  });
  return { words: parts.length > 0 ? parts.join(', ') : 'order changed', changes };
}
