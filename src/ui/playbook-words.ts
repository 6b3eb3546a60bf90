import { builtInPlaybook } from '@/domain/playbooks/built-in-playbooks';
import type {
  ApologyKind,
  ListeningStyle,
  PromiseStyle,
  ResolutionStyle,
  StepKind,
} from '@/domain/playbooks/model';

type Choice = { words: string; hint: string };

/** The three points on which methods contradict each other. */
export const listeningWords: Record<ListeningStyle, Choice> = {
  silence: {
    words: 'Listen in silence',
    hint: 'No sound, not even agreement, until the caller asks whether anybody is there.',
  },
  sounds: {
    words: 'Short listening sounds',
    hint: 'Little signs that somebody is there: the door openers stand ready.',
  },
};

export const promiseStyleWords: Record<PromiseStyle, Choice> = {
  will: { words: '“We will”', hint: 'A remedy is promised outright, with a firm deadline.' },
  will_try: { words: '“We will try”', hint: 'An attempt is promised, never that it succeeds.' },
};

export const resolutionWords: Record<ResolutionStyle, Choice> = {
  solve_now: { words: 'Solve now', hint: 'The matter is settled in the call where that is possible.' },
  call_back: { words: 'Call back', hint: 'Everything is gathered, and answered by a promised call back.' },
};

export const stepKindWords: Record<StepKind, Choice> = {
  tick: { words: 'Nothing but a tick', hint: 'That it was done.' },
  listening: { words: 'Listening', hint: 'The listening timer with its line, and the door openers.' },
  ownership: { words: 'Ownership', hint: 'That the operator took it on; folded account fields unfold.' },
  notes: { words: 'Notes', hint: 'At least one point of the log.' },
  issue: { words: 'The issue', hint: 'One sentence, to repeat back.' },
  account: { words: 'Who calls', hint: 'Name, number, and what client and briefing ask for.' },
  questions: { words: 'Questions', hint: 'Open and closed questions to ask from.' },
  wish: { words: 'The caller’s wish', hint: 'What would solve it, in the caller’s words.' },
  triage: { words: 'Triage', hint: 'Mood and urgency, each by one key.' },
  apology: { words: 'Apology', hint: 'One of the kinds that the briefing permits.' },
  remedy: { words: 'Routine remedy', hint: 'One of the client’s routine remedies.' },
  promise: { words: 'Promise', hint: 'Who does what by when.' },
  escalation: { words: 'Escalation', hint: 'The responsible contact is told.' },
  read_back: { words: 'Read-back', hint: 'The outcome is repeated; the caller agrees, for good or for now.' },
};

export const apologyWords: Record<ApologyKind, Choice> = {
  direct: { words: 'Direct', hint: '“I am sorry that we made this mistake.” It admits what was done.' },
  blameless: { words: 'Blameless', hint: '“I am sorry that you have this trouble.” It blames nobody.' },
  we_owe_you: { words: '“We owe you”', hint: '“We owe you an answer.” It takes on a duty.' },
};

/** Its name where it ships with the product. An own one is named by whoever may read it. */
export function playbookName(id: string | null): string {
  if (id === null) return 'The client’s usual one';
  return builtInPlaybook(id)?.content.name ?? 'One of the answering service’s own';
}

/** Permitted kinds of apology in one line. */
export function apologyNames(kinds: readonly ApologyKind[]): string {
  return kinds.length === 0 ? 'None' : kinds.map((kind) => apologyWords[kind].words).join(', ');
}
