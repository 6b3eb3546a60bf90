import type { ApologyKind, PlaybookContent, PlaybookStep, StepKind } from '../playbooks/model';
import type { Mood, ReadBackResolution } from './model';

/** What a call has brought so far, as far as steps ask for it. */
export type CallOutcome = {
  callerName: string;
  issue: string;
  requestedSolution: string;
  mood: Mood | null;
  apology: ApologyKind | null;
  readBack: ReadBackResolution | null;
  /** Ticked steps, by id. */
  steps: Readonly<Record<string, boolean>>;
  noteCount: number;
  /** Routine remedies that were settled on the spot. */
  remedyCount: number;
  promiseCount: number;
  escalationCount: number;
};

export type MissingOutcome = { stepId: string; kind: StepKind; words: string };

const missingWords: Readonly<Record<StepKind, (title: string) => string>> = {
  tick: notDone,
  listening: notDone,
  ownership: notDone,
  questions: notDone,
  remedy: notDone,
  notes: (title) => `“${title}”: there is no note about this call.`,
  issue: (title) => `“${title}”: what the caller says is not written down.`,
  account: (title) => `“${title}”: the caller’s name is missing.`,
  wish: (title) => `“${title}”: what would solve it for the caller is not written down.`,
  triage: (title) => `“${title}”: the caller’s mood is not set.`,
  apology: (title) => `“${title}”: no apology is marked.`,
  promise: (title) => `“${title}”: no promise is written down.`,
  escalation: (title) => `“${title}”: nobody has been told.`,
  read_back: (title) => `“${title}”: it is not marked whether the caller agrees.`,
};

function notDone(title: string): string {
  return `“${title}” is not ticked.`;
}

/** Whether the call holds what a step of this kind produces; null: such a step produces nothing but its tick. */
export function hasOutcome(kind: StepKind, outcome: CallOutcome): boolean | null {
  switch (kind) {
    case 'tick':
    case 'listening':
    case 'ownership':
    case 'questions':
      return null;
    case 'remedy':
      // No client has a remedy for everything: looking through the list is done by ticking it.
      return outcome.remedyCount > 0 ? true : null;
    case 'notes':
      return outcome.noteCount > 0;
    case 'issue':
      return outcome.issue.trim() !== '';
    case 'account':
      return outcome.callerName.trim() !== '';
    case 'wish':
      return outcome.requestedSolution.trim() !== '';
    case 'triage':
      return outcome.mood !== null;
    case 'apology':
      return outcome.apology !== null;
    case 'promise':
      return outcome.promiseCount > 0;
    case 'escalation':
      return outcome.escalationCount > 0;
    case 'read_back':
      return outcome.readBack !== null;
  }
}

/**
 * Required steps that have not brought what they are there for, in their order: a tick does not stand for a promise.
 * Steps that produce nothing need their tick.
 */
export function missingOutcomes(
  { steps }: Pick<PlaybookContent, 'steps'>,
  outcome: CallOutcome,
): MissingOutcome[] {
  const isMissing = ({ id, kind, isRequired }: PlaybookStep) =>
    isRequired && !(hasOutcome(kind, outcome) ?? outcome.steps[id] === true);
  return steps
    .filter(isMissing)
    .map(({ id, kind, title }) => ({ stepId: id, kind, words: missingWords[kind](title) }));
}
