import { briefingContentInput, publishProblems, type BriefingContent } from '@/domain/briefings/model';
import { blockTitles, type ContentKey } from '@/ui/briefing-words';

export type DraftProblem = { field: string; words: string };

type Checked = { content: BriefingContent; problems: DraftProblem[] };

/** The draft as the server will keep it (trimmed), and what the server would refuse to keep. */
export function checkDraft(draft: BriefingContent): Checked {
  const parsed = briefingContentInput.safeParse(draft);
  // Every item of a draft already carries an id, so the parsed content is whole.
  if (parsed.success) return { content: parsed.data as BriefingContent, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    words: message,
  }));
  return { content: draft, problems };
}

function textsOf(value: unknown, field: string): [string, string][] {
  if (typeof value === 'string') return [[field, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, field === '' ? key : `${field}.${key}`),
  );
}

/** What stands between this draft and its publication; an outline's [gaps] must not be read out to a caller. */
export function problemsBeforePublishing(draft: BriefingContent): DraftProblem[] {
  const { content, problems } = checkDraft(draft);
  if (problems.length > 0) return problems;
  const gaps = textsOf(content, '')
    .filter(([, text]) => /\[[^\]]+\]/.test(text))
    .map(([field]) => ({ field, words: 'Fill in what stands in [brackets].' }));
  return [...publishProblems(content), ...gaps];
}

/** The same problems for a summary far from the fields: "Approved statements 2: Write the sentence…". */
export function withPlaces(problems: readonly DraftProblem[]): DraftProblem[] {
  return problems.map(({ field, words }) => {
    const [key = '', index] = field.split('.');
    const title: string | undefined = blockTitles[key as ContentKey];
    if (title === undefined) return { field, words };
    return { field, words: `${title}${index === undefined ? '' : ` ${Number(index) + 1}`}: ${words}` };
  });
}
