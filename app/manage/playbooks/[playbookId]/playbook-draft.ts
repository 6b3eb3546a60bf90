import { playbookContentInput, type PlaybookContent, type PlaybookStep } from '@/domain/playbooks/model';
import { playbookProblems } from '@/domain/playbooks/playbook-problems';

/** A playbook as its form holds it: lists of sentences as one text, a sentence a line, and numbers as typed. */
export type PlaybookDraft = Omit<
  PlaybookContent,
  'doorOpeners' | 'openQuestions' | 'closedQuestions' | 'listeningSeconds' | 'abuseLimit'
> & {
  doorOpeners: string;
  openQuestions: string;
  closedQuestions: string;
  /** '': no timer */
  listeningSeconds: string;
  abuseLimit: string;
};

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** '' and what is no number are told apart from 0, so that the field can say what is wrong. */
const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

export function playbookDraft(content: PlaybookContent): PlaybookDraft {
  return {
    ...content,
    doorOpeners: content.doorOpeners.join('\n'),
    openQuestions: content.openQuestions.join('\n'),
    closedQuestions: content.closedQuestions.join('\n'),
    listeningSeconds: content.listeningSeconds === null ? '' : String(content.listeningSeconds),
    abuseLimit: String(content.abuseLimit),
  };
}

/** What the form says, as the API takes it; numbers that are none stay so, and checkPlaybook tells. */
export function contentOf(draft: PlaybookDraft): PlaybookContent {
  return {
    ...draft,
    doorOpeners: lines(draft.doorOpeners),
    openQuestions: lines(draft.openQuestions),
    closedQuestions: lines(draft.closedQuestions),
    listeningSeconds: draft.listeningSeconds.trim() === '' ? null : number(draft.listeningSeconds),
    abuseLimit: number(draft.abuseLimit),
  };
}

/** The same for a preview: where there is no number yet, there is none to show. */
export function previewOf(draft: PlaybookDraft): PlaybookContent {
  const content = contentOf(draft);
  const { listeningSeconds, abuseLimit } = content;
  return {
    ...content,
    listeningSeconds: Number.isFinite(listeningSeconds) ? listeningSeconds : null,
    abuseLimit: Number.isFinite(abuseLimit) ? abuseLimit : 0,
  };
}

export type DraftProblem = { field: string; words: string };

const numberWords: Record<string, string> = {
  listeningSeconds: 'Write a whole number of seconds from 5 to 600, or nothing.',
  abuseLimit: 'Write a whole number from 0 to 9.',
};

/** What stands in the way of saving, and what is odd and may be meant. */
export function checkPlaybook(draft: PlaybookDraft): {
  content: PlaybookContent;
  problems: DraftProblem[];
  warnings: DraftProblem[];
} {
  const parsed = playbookContentInput.safeParse(contentOf(draft));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const [key = '', place] = path.map(String);
      // A list of sentences is one field here; the sentence is told by its place.
      const isSentence = ['doorOpeners', 'openQuestions', 'closedQuestions'].includes(key);
      const words = numberWords[key] ?? message;
      return isSentence && place !== undefined
        ? { field: key, words: `Line ${Number(place) + 1}: ${words}` }
        : { field: path.join('.'), words };
    });
    return { content: contentOf(draft), problems, warnings: [] };
  }
  const found = playbookProblems(parsed.data);
  const plain = ({ field, words }: DraftProblem): DraftProblem => ({ field, words });
  return {
    content: parsed.data,
    problems: found.filter(({ isWarning }) => !isWarning).map(plain),
    warnings: found.filter(({ isWarning }) => isWarning).map(plain),
  };
}

/** @param isTaken whether a step has this id already: ticks of calls go by it */
export function blankStep(isTaken: (id: string) => boolean): PlaybookStep {
  let n = 1;
  while (isTaken(`step_${n}`)) n += 1;
  return { id: `step_${n}`, title: '', cue: '', cueByEmail: '', kind: 'tick', isRequired: false };
}

/** The same problems for a summary far from the fields: "Step 2: A step needs a title." */
export function withPlaces(problems: readonly DraftProblem[]): DraftProblem[] {
  return problems.map(({ field, words }) => {
    const place = /^steps\.(\d+)/.exec(field)?.[1];
    return { field, words: place === undefined ? words : `Step ${Number(place) + 1}: ${words}` };
  });
}
