import type { CallOutcome } from '../../src/domain/calls/missing-outcomes';
import type { PlaybookStep } from '../../src/domain/playbooks/model';
import type { ShownFields } from '../../app/desk/use-call-fields';

/** A call in which nothing has been done. */
export function outcome(given: Partial<CallOutcome> = {}): CallOutcome {
  return {
    callerName: '',
    issue: '',
    requestedSolution: '',
    mood: null,
    apology: null,
    readBack: null,
    steps: {},
    noteCount: 0,
    remedyCount: 0,
    promiseCount: 0,
    escalationCount: 0,
    ...given,
  };
}

/** A call in which everything that a step can ask for is there, but no tick. */
export const everything = outcome({
  callerName: 'Carl Caller',
  issue: 'The payslip shows the wrong amount',
  requestedSolution: 'The right payslip',
  mood: 'upset',
  apology: 'blameless',
  readBack: 'pending',
  noteCount: 3,
  remedyCount: 1,
  promiseCount: 1,
  escalationCount: 1,
});

/** The fields of a call in which nothing was typed. */
export function fields(given: Partial<ShownFields> = {}): ShownFields {
  return {
    callerName: '',
    callerPhone: '',
    phoneProblem: null,
    requestedSolution: '',
    intake: {},
    mood: null,
    moodAtStart: null,
    urgency: 'routine',
    issue: '',
    apology: null,
    callTypeId: null,
    steps: {},
    ...given,
  };
}

export function step(given: Partial<PlaybookStep> & { id: string }): PlaybookStep {
  return {
    title: `Step ${given.id}`,
    cue: 'Do it.',
    cueByEmail: '',
    kind: 'tick',
    isRequired: false,
    ...given,
  };
}

/** Ticks for these steps. */
export const ticks = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, true]));
