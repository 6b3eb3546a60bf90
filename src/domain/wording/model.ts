export type WordingKind = 'never_say' | 'bare_refusal' | 'blame' | 'outright_promise';

/** One passage that is better said in other words. `start` and `end` count UTF-16 units of the text that was checked. */
export type WordingFinding = {
  readonly kind: WordingKind;
  readonly start: number;
  readonly end: number;
  /** The passage as it was typed: `text.slice(start, end)`. */
  readonly text: string;
  /** What to say instead; of a never-say phrase its author's own words, possibly ''. */
  readonly sayInstead: string;
  /** Which never-say phrase it is; other kinds have none. */
  readonly phraseId?: string;
};

type NeverSayPhrase = { readonly id: string; readonly phrase: string; readonly sayInstead: string };

/** What a text is checked against. */
export type WordingRules = {
  readonly neverSay: readonly NeverSayPhrase[];
  /** What may be said about a remedy: nothing, "we will try", or "we will". */
  readonly promiseRule: 'none' | 'will_try' | 'will_fix';
  /** A BCP 47 tag such as "en-GB". Without a library for it, never-say phrases alone are looked for. */
  readonly language: string;
};

/** What is wrong with a passage, for the person who typed it. */
export const wordingKindWords: Readonly<Record<WordingKind, string>> = {
  never_say: 'The briefing says never to say this',
  bare_refusal: 'A no without what can be done',
  blame: 'This can sound like blame',
  outright_promise: 'A promise beyond what the briefing permits',
};

/** Passages of one kind that share what to say instead, in the notation of pattern-in-text.ts. */
export type WordingPattern = {
  readonly kind: Exclude<WordingKind, 'never_say'>;
  readonly written: readonly string[];
  readonly sayInstead: string;
};

/** How the words of one language are compared. */
export type LanguageWords = {
  /** The words that one written word stands for: "can't" is can, not. Folded, with apostrophes as '. */
  readonly spelledOut: (letters: string) => readonly string[];
  /** What a word's inflected forms have in common. */
  readonly stem: (word: string) => string;
  /** A stem that may stand between the words of anything without changing its sense: "really". */
  readonly isFiller: (stem: string) => boolean;
  /** A stem that may stand between the words of a phrase as its grammar changes: "are" in "we are losing". */
  readonly isAuxiliary: (stem: string) => boolean;
  /** Of "have lost" the have: a phrase with it means what it means without it. */
  readonly isPerfect: (auxiliary: string, verb: string) => boolean;
};
