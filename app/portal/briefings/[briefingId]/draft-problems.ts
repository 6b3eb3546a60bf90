import { briefingContentInput, type BriefingContent } from '@/domain/briefings/model';
import { publicationProblems } from '@/domain/briefings/publication-problems';
import { blockTitles, type ContentKey } from '@/ui/briefing-words';

export type DraftProblem = { field: string; words: string };

type Checked = { content: BriefingContent; problems: DraftProblem[] };

function partAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<PropertyKey, unknown>)[key] : null,
    content,
  );
}

/** The draft as the server will keep it (trimmed), and what the server would refuse to keep. */
export function checkDraft(draft: BriefingContent): Checked {
  const parsed = briefingContentInput.safeParse(draft);
  // Every item of a draft already carries an id, so the parsed content is whole.
  if (parsed.success) return { content: parsed.data as BriefingContent, problems: [] };
  const problems = parsed.error.issues.map(({ path, message, code }) => {
    const part = partAt(draft, path);
    const isTooLong = code === 'too_big' && typeof part === 'string';
    const length = isTooLong ? ` It has ${part.trim().length.toLocaleString('en-US')}.` : '';
    return { field: path.join('.'), words: `${message}${length}` };
  });
  return { content: draft, problems };
}

/** What stands between this draft and its publication, each thing once. */
export function problemsBeforePublishing(draft: BriefingContent): DraftProblem[] {
  const { content, problems } = checkDraft(draft);
  const all = problems.length > 0 ? problems : publicationProblems(content);
  return [...new Map(all.map((problem) => [`${problem.field}:${problem.words}`, problem])).values()];
}

/** The same problems for a summary far from the fields: "Approved statements 2: Write the sentence…". */
export function withPlaces(problems: readonly DraftProblem[]): DraftProblem[] {
  return problems.map(({ field, words }) => {
    const [key = '', index] = field.split('.');
    const title: string | undefined = blockTitles[key as ContentKey];
    if (title === undefined) return { field, words };
    const isItem = index !== undefined && /^\d+$/.test(index);
    return { field, words: `${title}${isItem ? ` ${Number(index) + 1}` : ''}: ${words}` };
  });
}
