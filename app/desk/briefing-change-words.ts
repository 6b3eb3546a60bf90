import type { BriefingContent, Language, Withdrawal } from '@/domain/briefings/model';
import { spokenLanguages } from '@/domain/briefings/spoken-content';
import { wordings } from '@/domain/briefings/wordings';
import { briefingChanges, type BriefingChange } from '@/ui/briefing-changes';
import { blockTitles, languageWords } from '@/ui/briefing-words';

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

/** Single sentences that are said aloud. */
const spokenBlocks: readonly string[] = [blockTitles.opening, blockTitles.closing];

/** What is told of other languages stands in languageChanges, a language at a time. */
const ownBlocks: ReadonlySet<string> = new Set(Object.values(blockTitles));

const kindWords = { added: 'added', removed: 'withdrawn', changed: 'changed' } as const;

export type ChangeSummary = { words: string; changes: readonly BriefingChange[] };

type Between = {
  when: (instant: string) => string;
  /** Statements that were taken back in between. */
  withdrawals?: readonly Withdrawal[];
};

/** "1 statement withdrawn, 2 facts added, opening reworded": withdrawals first, because they were perhaps just said. */
export function summarizeChanges(
  was: BriefingContent,
  now: BriefingContent,
  { when, withdrawals = [] }: Between,
): ChangeSummary {
  const changes = briefingChanges(was, now, when);
  const corrected = correctedStatements(was, now, withdrawals);
  const parts = (['removed', 'changed', 'added'] as const).flatMap((kind) => {
    const counts = new Map<string, number>();
    for (const change of changes) {
      if (change.kind === kind && ownBlocks.has(change.block))
        counts.set(change.block, (counts.get(change.block) ?? 0) + 1);
    }
    const plainChanges = (counts.get(blockTitles.statements) ?? 0) - corrected;
    if (kind === 'changed' && corrected > 0) counts.set(blockTitles.statements, plainChanges);
    const found = [...counts].filter(([, count]) => count > 0);
    return [
      ...(kind === 'changed' && corrected > 0
        ? [`${corrected} ${corrected === 1 ? 'statement' : 'statements'} corrected`]
        : []),
      ...found.map(([block, count]) => partWords(block, count, kind)),
    ];
  });
  const all = [...parts, ...languageChanges(was, now)];
  return { words: all.length > 0 ? all.join(', ') : 'order changed', changes };
}

function partWords(block: string, count: number, kind: keyof typeof kindWords): string {
  const noun = nouns[block];
  if (noun) return `${count} ${count === 1 ? noun[0] : noun[1]} ${kindWords[kind]}`;
  const isReworded = kind === 'changed' && spokenBlocks.includes(block);
  return `${block.toLowerCase()} ${isReworded ? 'reworded' : kindWords[kind]}`;
}

/** How many statements were taken back and stand there in other words. */
function correctedStatements(
  was: BriefingContent,
  now: BriefingContent,
  withdrawals: readonly Withdrawal[],
): number {
  const taken = new Set(withdrawals.map(({ statementId }) => statementId));
  const before = new Map(was.statements.map(({ id, text }) => [id, text]));
  return now.statements.filter(({ id, text }) => taken.has(id) && before.has(id) && before.get(id) !== text)
    .length;
}

/** What is different in the languages besides the briefing's own. */
function languageChanges(was: BriefingContent, now: BriefingContent): string[] {
  const before = spokenLanguages(was);
  const after = spokenLanguages(now);
  const inLanguage = (content: BriefingContent, language: Language) =>
    JSON.stringify(
      wordings(content)
        .filter((wording) => wording.language === language)
        .map(({ key, text }) => [key, text]),
    );
  return [
    ...before
      .filter((language) => !after.includes(language))
      .map((language) => `${languageWords[language]} removed`),
    ...after
      .filter((language) => language !== now.language && before.includes(language))
      .filter((language) => inLanguage(was, language) !== inLanguage(now, language))
      .map((language) => `${languageWords[language]} reworded`),
    ...after
      .filter((language) => !before.includes(language))
      .map((language) => `${languageWords[language]} added`),
  ];
}
