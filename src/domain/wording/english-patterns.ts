import { englishWords } from './english-words';
import type { WordingPattern } from './model';
import { readPattern, type Pattern } from './pattern-in-text';

const REFUSALS: WordingPattern[] = [
  {
    kind: 'bare_refusal',
    sayInstead:
      'What I can do is take this to the right person now, and tell you when you will hear from us.',
    written: [
      'i|we can not do|help|change|fix|accept|allow|arrange|solve that|this|it|anything|much|more -without|alone',
      'i|we can not help you? $',
      'i|we can not help you? with|there|here|today',
      'i|we be unable to -thank',
      'i|we be not able|allowed|authorised|authorized|permitted|supposed to -thank',
      'i|we will|would not be able to',
      'i|we be not in a? position to',
      'i|we do not have the? authority|power|permission',
      'be not in my|our power',
      'be out of my|our hand',
      'my|our hand be tied',
      'that|this|it be not possible',
      'that|this|it will|would not be? possible|work',
      'that|this|it be impossible',
      'that|this|it can not be do|change|help|fix|arrange',
      'there be nothing|little else|more? that? i|we|you|anyone|they can|could do?',
      'there be nothing to? be? do|discuss',
      'there be not anything|much|a|lot else|more|lot? that? i|we can|could do',
      'nothing else|more? that? i|we can|could do',
      'there be no way -of',
      'that be all i|we can|could do|say|tell|offer',
      'no can do',
      'you can not do|have|get|change that|this|it|one',
      'you can not speak|talk to|with him|her|them|anyone|a|the|my',
      'i|we have no idea|clue|way',
      'i|we do not know $',
    ],
  },
  {
    kind: 'bare_refusal',
    sayInstead: 'What I can do is write down exactly what you need and ask the person who decides it.',
    written: [
      'i|we do not do|handle|cover|take|allow|make|accept that|this|it|those|these|exception',
      'i|we do not offer|handle|cover|provide -that|this|it|any',
      'i|we do not offer|provide that|this|it|any',
      'no exception',
      'be against our|the|company|my * rule|policy|procedure',
      'be against our|the|company|my policy|rule|procedure|instruction',
      'be not our|company|the policy|procedure',
      'our|the|company policy do not',
      'that be our|the|company policy|rule',
      'that|those be our|the rule',
      'the|my|our system do|will|can not',
      'not my|our|this department|job|area|line',
      'i|we can not give|offer|tell|send|show you? that|this|it|any|anything|more -without',
      'i|we can not say|comment|discuss|answer|confirm that|this|it|anything|more|on',
      'i|we can not comment|say $',
    ],
  },
];

const BLAME: WordingPattern[] = [
  {
    kind: 'blame',
    sayInstead: 'I see how this came about. Let us look at what helps you now.',
    written: [
      // "You should have received a letter" tells a fact, "you should have it by Friday" a time: neither blames.
      'you should have -receive|get|hear|be|a|an|the|your|our|my|this|that|it|them|both|all|no|any|some|one|two|three|access|everything|enough|nothing *?',
      'you should have be more? careful|clear|clearer|quick|quicker|patient|honest',
      'you should not have -to|have|be|any|a',
      'you ought to have',
      'you could have call|tell|say|read|check|write|ask|let|wait|avoid|come',
      'if you have only? read|listen|call|check|tell|follow|wait|ask',
      'you fail|forget|neglect to',
      'you do not read|listen|check|follow|understand|bother',
      'you be not listen|understand|make|help',
      'you be wrong|mistaken|confused|rude|unreasonable|overreacting|exaggerating|shouting|yelling|lie',
      'you must|have have? misunderstand|misread|misheard|forget|mistaken',
      'you misunderstand|misread|misheard',
      'that|it|this be your fault|mistake|problem|responsibility|doing|error',
      'that|it|this be your own fault|mistake|doing|choice',
      'your own fault|mistake',
      'be to blame',
      'why do you not',
      'why do not you',
      'you be the only? one|person who',
      'you claim|allege|insist that?',
    ],
  },
  {
    kind: 'blame',
    sayInstead: 'What I can do is pass this on for you right now, so that the right person calls you back.',
    written: [
      '-if|when|do|should|would|without|not you will have|need to -worry|do|wait *?',
      '-if|when|do|should|would|without|not you will? have|need to wait',
      '-if|when|do|should|would|without|not you have|need|get to call|phone|ring|contact|write|speak|talk|ask|email|fill|send|check|go|read|realise|realize|accept|listen|understand',
      '-if|when|do|should|would|without|not you must call|phone|ring|contact|write|speak|talk|ask|email|fill|send|check|go|read|realise|realize|accept|listen|understand|wait',
      '-not|to|will|can|i|we|he|she|they|caller =call|=phone|=ring back? later|tomorrow|again $',
      'not my|our|their|his|her fault|problem|mistake|doing|error|responsibility|business',
      'have nothing to do with us|me',
    ],
  },
  {
    kind: 'blame',
    sayInstead:
      'I am sorry that this is what you were told. Please tell me what was said, and I will write it down.',
    written: [
      'nobody here|else? would|could|will have? say|tell|do|promise|give',
      'no one here|else? would|could|will have? say|tell|do|promise|give',
      'none of us|our would|could have? say|tell|do|promise',
      'none of our|my people|colleague|staff|operator|agent would|could have? say|tell|do|promise',
      'i|we would never have? say|tell|do|promise',
      'i|we have? never say|tell|promise that|this|it|you|anything|such',
      'i|we do not say|tell|promise that|this|it|you|anything',
      'that be not what i|we say|mean|tell',
      'nobody else have? complain|mention|call|have|report',
      'no one else have? complain|mention|call|have|report',
      'everyone|everybody else be happy|fine|satisfied|patient',
      'i work here $',
    ],
  },
  {
    kind: 'blame',
    sayInstead: 'Let me say it in other words, and please tell me what I have missed.',
    written: [
      'as|like i|we have? say|tell|explain|mention|state you? before|twice|already?',
      'i|we have? already tell|say|explain|answer|mention',
      'i have? just tell|say|explain you|that|this|it',
      'i have? tell you that? already|before|twice|three|once|this',
      'i keep telling|saying',
      'how many times|time do|must|have',
      'for the last|third|hundredth time',
      'with all? due? respect',
      'what do you want|expect me|us to',
      'that be not so? that? bad',
    ],
  },
  {
    kind: 'blame',
    sayInstead: 'I can hear how much this matters to you. Please tell me what happened, I am taking notes.',
    written: [
      '-to|he|she|they|caller|it|will|can =calm|=settle|=cool|=quieten|=simmer down',
      'you need|have|must|should to? calm|settle|cool|relax down?',
      'please|just =relax $',
      'there be no need to|for shout|yell|scream|be|get|raise|swear|that|anger|abuse',
      '=do not shout|yell|scream|swear|take|raise|use that|your|at|this',
      '=do not get upset|angry|worked|emotional|hysterical',
      '=stop shouting|yelling|screaming|swearing|interrupting|complaining',
    ],
  },
];

const REMEDY =
  'fix|mend|repair|solve|resolve|correct|refund|reimburse|compensate|replace|restore|reissue|settle|reverse';
const PEOPLE = 'i|we|he|she|they|somebody|someone|team|colleague|engineer|technician|company|bank';
const UNLESS = '-when|whether|if|how|once|until|unless|why|what|hope|expect|promise|guarantee|know';

const PROMISES: WordingPattern[] = [
  {
    kind: 'outright_promise',
    sayInstead: 'We will try to put this right, and you will hear from us either way.',
    written: [
      `${UNLESS} ${PEOPLE} will be? ${REMEDY}`,
      `${UNLESS} ${PEOPLE} be going|about to ${REMEDY}`,
      `${UNLESS} i|we will|can have|get it|this|that|them|everything|your|the * ${REMEDY}|sort|do|pay|deliver|back`,
      `${UNLESS} i|we will|can have|get it|this|that|them|everything ${REMEDY}|sort|do|pay|deliver|back`,
      `${UNLESS} i|we will sort|put|make|set|pay|deliver|return|recover|undo it|this|that|them|everything|you|your|the|right`,
      'i|we will make|be sure|certain that? it|this|that|you|they|your|the|everything|nothing|nobody',
      'i|we will see to it',
    ],
  },
  {
    kind: 'outright_promise',
    sayInstead: 'We are working to have this put right, and I will ask that you are told how it stands.',
    written: [
      `${UNLESS} it|this|that|they|you|everything|all will be ${REMEDY}|sort|pay`,
      `${UNLESS} the|your|our|all * will be ${REMEDY}|sort|pay|deliver`,
      `${UNLESS} the|your|our|all * * will be ${REMEDY}|sort|pay|deliver`,
      `${UNLESS} it|this|that|they|you|everything be going to be? get? ${REMEDY}|sort|pay`,
      `${UNLESS} it|this|that|they|everything|all will be back|ready|done|fine|ok|okay|right|alright|working|over|up`,
      `${UNLESS} it|this|that|they|everything be going to be back|ready|done|fine|ok|okay|right|alright|working|over|up`,
      `${UNLESS} you will get|have|receive|see your|the|a|it|all|full|every * back|refund|payment|credit|compensation|replacement`,
      `${UNLESS} you will get|have|receive your|the|a|it|all|full|every refund|back|money|payment|credit|compensation|replacement`,
      `${UNLESS} you will not lose|miss|pay|wait|notice`,
      `${UNLESS} money|payment|refund|salary|it|they will be in|on your|the account`,
      'will never|not happen again',
      'never happen again',
    ],
  },
  {
    kind: 'outright_promise',
    sayInstead: 'What I can say today is that people are working on it, and I will write down your concern.',
    written: [
      '-what|all i|we do|can|will|would|could? =guarantee|=promise|=swear|=vow',
      'i|we can|could|do? give you? my|our word|guarantee|promise',
      'you have my|our word|guarantee|promise',
      'my|our word on|of it|that|honour|honor',
      'that be =a =promise|=guarantee',
      '-not|nothing|never|cannot|no|nobody be guarantee',
      '-not|nothing|never|no =guaranteed to|by|that|for',
      '-not =definitely -not|no',
      '100|hundred percent|per|sure|certain -of',
      'for sure|certain $',
      '-not without fail|doubt',
      'without any|a doubt',
      'no matter what',
      'you can count|rely|depend|bank on it|me|us|that|this',
      '=rest assure',
      '=consider it done',
      'i|we do|can|could? =assure you',
    ],
  },
];

/** What turns a refusal into help, in its own sentence or the next one. */
const CAN_DO = [
  'what i|we can|could|will do',
  '-nothing|anything|all|little|wish|only|if|more|much|else i|we can|could -not|understand|see|hear|imagine|only|never|appreciate|assure|promise|guarantee|tell|say',
  '-not let me|us -down|be|tell|go',
  'i|we will -not|never|have|would|be',
  'i be going|happy|glad to',
  'you can|could|may -not|never|see|imagine|understand',
  'would you like',
  'what would help',
  'i|we can|could instead',
];

type EnglishPattern = {
  readonly kind: WordingPattern['kind'];
  readonly pattern: Pattern;
  readonly sayInstead: string;
};

const { stem } = englishWords();
const read = (written: string) => readPattern(written, stem);

const PATTERNS: readonly EnglishPattern[] = [...REFUSALS, ...BLAME, ...PROMISES].flatMap(
  ({ kind, written, sayInstead }) => written.map((one) => ({ kind, pattern: read(one), sayInstead })),
);
const OFFERS = CAN_DO.map(read);

/**
 * The English library. `canDo` marks a sentence that says what can be done, so that the "no" beside it is not bare;
 * `withoutPromise` stands in for a promise's words where nothing at all may be promised.
 */
export function englishPatterns(): {
  patterns: readonly EnglishPattern[];
  canDo: readonly Pattern[];
  withoutPromise: string;
} {
  return {
    patterns: PATTERNS,
    canDo: OFFERS,
    withoutPromise: 'What I can do is write down what you need and let the right person know right away.',
  };
}
