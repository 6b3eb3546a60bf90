import { englishPatterns } from './english-patterns';
import { englishWords } from './english-words';
import type { LanguageWords, WordingFinding, WordingKind, WordingRules } from './model';
import { patternInText, type Pattern, type Place } from './pattern-in-text';
import { phraseInText, searchableText, type SearchableText } from './phrase-in-text';

/** The order in which findings of one passage are told: the gravest first. */
const KINDS: readonly WordingKind[] = ['never_say', 'blame', 'bare_refusal', 'outright_promise'];

/** Of a language that has no library: words are compared as they stand. */
const PLAIN_WORDS: LanguageWords = {
  spelledOut: (letters) => letters.split("'"),
  stem: (word) => word,
  isFiller: () => false,
  isAuxiliary: () => false,
  isPerfect: () => false,
};

/**
 * What in a text is better said in other words, by start and end. Of overlapping findings of one kind the longest is
 * told. Never-say phrases are looked for in every language, the other kinds where there is a library (English).
 * It flags, it never forbids: what goes out to a caller is judged by outgoing-check.ts.
 */
export function wordingCheck(text: string, rules: WordingRules): WordingFinding[] {
  const isEnglish = /^en(-|$)/i.test(rules.language);
  const language = isEnglish ? englishWords() : PLAIN_WORDS;
  const searchable = searchableText(text, language);
  const found = [
    ...neverSayFindings(searchable, rules, language),
    ...(isEnglish ? patternFindings(searchable, rules.promiseRule, language) : []),
  ];
  return KINDS.flatMap((kind) => withoutOverlaps(found.filter((one) => one.kind === kind)))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((finding) => ({ ...finding, text: text.slice(finding.start, finding.end) }));
}

type Found = Omit<WordingFinding, 'text'>;

function neverSayFindings(
  text: SearchableText,
  { neverSay }: WordingRules,
  language: LanguageWords,
): Found[] {
  return neverSay.flatMap(({ id, phrase, sayInstead }) =>
    phraseInText(phrase, text, language).map((passage) => ({
      kind: 'never_say' as const,
      ...passage,
      sayInstead,
      phraseId: id,
    })),
  );
}

function patternFindings(
  { terms, places }: SearchableText,
  promiseRule: WordingRules['promiseRule'],
  { isFiller }: LanguageWords,
): Found[] {
  const { patterns, canDo, withoutPromise } = englishPatterns();
  const placesIn = (pattern: Pattern) => patternInText(pattern, terms, places, isFiller);
  const found = patterns
    .filter(({ kind }) => kind !== 'outright_promise' || promiseRule !== 'will_fix')
    .flatMap(({ kind, pattern, sayInstead }) =>
      placesIn(pattern).map((place) => ({ kind, place, sayInstead })),
    );

  const refusals = found.filter(({ kind }) => kind === 'bare_refusal').map(({ place }) => place);
  const answered = refusals.length === 0 ? new Set<number>() : sentencesWith(canDo.flatMap(placesIn));

  /** The sentences that say what can be done. A part of a refusal does not: "nothing I can do". */
  function sentencesWith(offers: readonly Place[]): Set<number> {
    const refused = new Set(
      refusals.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
    );
    const free = offers.filter(({ from }) => !refused.has(from));
    return new Set(free.map(({ from }) => terms[from]?.sentence ?? 0));
  }

  return found.flatMap(({ kind, place: { from, to }, sayInstead }) => {
    const first = terms[from];
    const last = terms[to - 1];
    if (first === undefined || last === undefined) return [];
    const isAnswered = answered.has(first.sentence) || answered.has(first.sentence + 1);
    if (kind === 'bare_refusal' && isAnswered) return [];
    const words = kind === 'outright_promise' && promiseRule === 'none' ? withoutPromise : sayInstead;
    return [{ kind, start: first.start, end: last.end, sayInstead: words }];
  });
}

/** Of findings of one kind that overlap, the longest; of equals the one that was found first. */
function withoutOverlaps(findings: readonly Found[]): Found[] {
  const longestFirst = findings.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const taken = new Set<number>();
  return longestFirst.filter(({ start, end }) => {
    // None that is kept is shorter, so one that overlaps covers an end of this one.
    if (taken.has(start) || taken.has(end - 1)) return false;
    for (let at = start; at < end; at += 1) taken.add(at);
    return true;
  });
}
