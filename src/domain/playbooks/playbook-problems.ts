import { DomainError } from '../../kernel/errors';
import type { PlaybookContent, PlaybookProblem, StepKind } from './model';

/** Kinds that may stand in several steps; every other kind fills one field of the call, so one step has it. */
function mayRepeat(kind: StepKind): boolean {
  return kind === 'tick' || kind === 'notes' || kind === 'questions';
}

function problem(field: string, words: string): PlaybookProblem {
  return { field, words, isWarning: false };
}

function warning(field: string, words: string): PlaybookProblem {
  return { field, words, isWarning: true };
}

function repeated({ steps }: PlaybookContent): PlaybookProblem[] {
  return steps.flatMap(({ kind }, n) => {
    const first = steps.findIndex((step) => step.kind === kind);
    if (mayRepeat(kind) || first === n) return [];
    return [
      problem(`steps.${n}.kind`, `Step ${first + 1} asks for this already: a call has one field for it.`),
    ];
  });
}

function aboutOwnership({ foldsAccount, steps }: PlaybookContent): PlaybookProblem[] {
  if (!foldsAccount) return [];
  const ownership = steps.findIndex(({ kind }) => kind === 'ownership');
  if (ownership < 0) {
    return [
      problem(
        'foldsAccount',
        'Nothing would ever unfold the account fields: add a step that takes ownership.',
      ),
    ];
  }
  const account = steps.findIndex(({ kind }) => kind === 'account');
  return account >= 0 && account < ownership
    ? [
        warning(
          `steps.${account}.kind`,
          'These fields stay folded until ownership is taken, which comes later.',
        ),
      ]
    : [];
}

function aboutListening(content: PlaybookContent): PlaybookProblem[] {
  const { listening, listeningLine, listeningSeconds, doorOpeners, cutInLine, steps } = content;
  const found: PlaybookProblem[] = [];
  const isTimed = listeningSeconds !== null;
  if ((isTimed || listening === 'silence') && listeningLine === '') {
    found.push(problem('listeningLine', 'Give the words for a caller who asks whether anybody is there.'));
  }
  if (isTimed && !steps.some(({ kind }) => kind === 'listening')) {
    found.push(warning('listeningSeconds', 'No step is for listening, so nothing shows this timer.'));
  }
  if (listening === 'silence' && doorOpeners.length > 0) {
    found.push(warning('doorOpeners', 'Whoever listens in silence says none of these.'));
  }
  if (listening === 'silence' && cutInLine !== '') {
    found.push(warning('cutInLine', 'Whoever listens in silence does not cut in.'));
  }
  return found;
}

function aboutAbuse({ abuseLimit, abuseLine, endingLine }: PlaybookContent): PlaybookProblem[] {
  const found: PlaybookProblem[] = [];
  if (abuseLimit > 0 && abuseLine === '') {
    found.push(
      problem('abuseLine', 'A call may be ended only after the boundary was named: give its words.'),
    );
  }
  if (abuseLimit > 0 && endingLine === '') {
    found.push(problem('endingLine', 'The call may be ended: give the words to end it with.'));
  }
  if (abuseLimit === 0 && endingLine !== '') {
    found.push(warning('endingLine', 'The call may not be ended, so nobody sees these words.'));
  }
  return found;
}

function aboutSteps(content: PlaybookContent): PlaybookProblem[] {
  const { steps, resolution, apologies, openQuestions, closedQuestions } = content;
  const has = (kind: StepKind) => steps.some((step) => step.kind === kind);
  const found: PlaybookProblem[] = [];
  if (resolution === 'call_back' && !has('promise')) {
    found.push(
      problem('resolution', 'A call back is promised: add a step for the promise, or solve it now.'),
    );
  }
  if (has('apology') && Object.values(apologies).every((words) => words === '')) {
    found.push(
      problem('apologies.direct', 'A step asks for an apology: give the words of at least one kind.'),
    );
  }
  if (has('questions') && openQuestions.length + closedQuestions.length === 0) {
    found.push(warning('openQuestions', 'A step asks questions, and there are none to ask from.'));
  }
  if (!has('read_back')) {
    found.push(warning('steps', 'Without a step to read back, nobody hears whether the caller agrees.'));
  }
  return found;
}

/**
 * Where a playbook contradicts itself. What is no warning makes a step or a setting that an operator could never
 * fulfil; a warning is odd and may be meant.
 */
export function playbookProblems(content: PlaybookContent): PlaybookProblem[] {
  return [
    ...repeated(content),
    ...aboutOwnership(content),
    ...aboutListening(content),
    ...aboutAbuse(content),
    ...aboutSteps(content),
  ];
}

/** @throws DomainError INVALID for a playbook that contradicts itself; warnings pass */
export function requireSoundPlaybook(content: PlaybookContent): void {
  const problems = playbookProblems(content).filter(({ isWarning }) => !isWarning);
  if (problems.length === 0) return;
  throw new DomainError(
    'INVALID',
    'This playbook contradicts itself.',
    problems.map(({ field, words }) => ({ field, words })),
  );
}
