import { stemmer } from 'stemmer';
import type { LanguageWords } from './model';

/** Words whose forms Porter's rules do not bring together, or bring together with a stranger (one and on). */
const FAMILIES = `
  be am is are was were been being · have has had having · do does did done doing · go goes went gone going
  lose loses lost losing · send sends sent sending · pay pays paid paying · tell tells told telling
  say says said saying · steal steals stole stolen stealing · know knows knew known knowing
  make makes made making · get gets got gotten getting · give gives gave given giving
  take takes took taken taking · break breaks broke broken breaking · fall falls fell fallen falling
  find finds found finding · think thinks thought thinking · leave leaves left leaving · speak speaks spoke spoken
  write writes wrote written writing · hear hears heard hearing · keep keeps kept keeping
  understand understands understood understanding · misunderstand misunderstood · forget forgets forgot forgotten
  mean means meant · feel feels felt · hold holds held · sell sells sold selling · buy buys bought buying
  see sees saw seen seeing · swear swears swore sworn · try tries tried trying · sue sues sued suing
  lie lies lied lying · die dies died dying · use uses used using · one ones · his · us
`;

const BASES = new Map(
  FAMILIES.split(/[·\n]/).flatMap((family) => {
    const forms = family.trim().split(' ');
    return forms.map((form) => [form, forms[0] ?? form] as const);
  }),
);

/** Typed without the apostrophe, or run together. Not those that are words of their own: were, well, ill, its. */
const RUN_TOGETHER = new Map(
  `cannot:can not,gonna:going to,gotta:got to,im:i am,ive:i have,youre:you are,youve:you have,youll:you will,
   theyre:they are,theyve:they have,theyll:they will,weve:we have,itll:it will,thats:that is,theres:there is,
   wont:will not,cant:can not,dont:do not,doesnt:does not,didnt:did not,isnt:is not,arent:are not,wasnt:was not,
   werent:were not,havent:have not,hasnt:has not,hadnt:had not,couldnt:could not,shouldnt:should not,
   wouldnt:would not,noone:no one`
    .split(',')
    .map((entry) => entry.trim().split(':'))
    .map(([written = '', words = '']) => [written, words.split(' ')] as const),
);

const ENDINGS = new Map([
  ['ll', 'will'],
  ['ve', 'have'],
  ['re', 'are'],
  ['m', 'am'],
  ['d', 'would'],
]);
const SHORTENED = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
]);
const BEFORE_IS = new Set('it that this there here he she what who where how everything nobody'.split(' '));

/** Longer ones are no words, and the stemmer would dwell on them. */
const LONGEST_WORD = 40;

const FILLERS = stems(
  'just really actually simply honestly probably also already even only maybe perhaps definitely certainly ' +
    'absolutely still currently unfortunately sadly please',
);
const AUXILIARIES = stems('be have do will would shall may might can could');

/** How English words are compared. What is asked once of a word is remembered: take a fresh one for each text. */
export function englishWords(): LanguageWords {
  const known = new Map<string, string>();
  return {
    spelledOut,
    stem(word) {
      const remembered = known.get(word);
      if (remembered !== undefined) return remembered;
      const found = stem(word);
      known.set(word, found);
      return found;
    },
    isFiller: (one) => FILLERS.has(one),
    isAuxiliary: (one) => AUXILIARIES.has(one),
    isPerfect: (auxiliary, verb) => stem(auxiliary) === 'have' && isPast(verb),
  };
}

function stem(word: string): string {
  return BASES.get(word) ?? (word.length > LONGEST_WORD ? word : stemmer(word));
}

function stems(words: string): Set<string> {
  return new Set(words.split(' ').map(stem));
}

function isPast(verb: string): boolean {
  const base = BASES.get(verb);
  return verb.endsWith('ed') || (base !== undefined && base !== verb && !verb.endsWith('s'));
}

function spelledOut(letters: string): readonly string[] {
  const cut = letters.lastIndexOf("'");
  if (cut < 0) return RUN_TOGETHER.get(letters) ?? [letters];
  if (letters.length > LONGEST_WORD) return [letters.replaceAll("'", '')];
  const head = letters.slice(0, cut);
  const tail = letters.slice(cut + 1);
  if (tail === 't' && head.endsWith('n')) {
    const base = head.slice(0, -1);
    return [...spelledOut(SHORTENED.get(base) ?? base), 'not'];
  }
  if (tail === 's') {
    if (head === 'let') return ['let', 'us'];
    return BEFORE_IS.has(head) ? [head, 'is'] : spelledOut(head);
  }
  const ending = ENDINGS.get(tail);
  return ending === undefined ? [letters.replaceAll("'", '')] : [...spelledOut(head), ending];
}
