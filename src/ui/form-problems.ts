import { errorWords } from '@/api/client';

export type FormProblems = {
  /** What is wrong as a whole; null where every problem stands at its field. */
  words: string | null;
  of: (field: string) => string | undefined;
};

/**
 * What the server refused, field by field. `fields` are those that the form shows; a problem of any other field is
 * told as a whole, so that none goes unseen.
 */
export function formProblems(error: unknown, fields: readonly string[]): FormProblems {
  if (error === null || error === undefined) return { words: null, of: () => undefined };
  const { words, code, problems } = errorWords(error);
  const unseen = problems.find(({ field }) => !fields.includes(field));
  // What is invalid stands at its fields and needs no second place; a conflict is more than any of its fields says.
  const isSaid = code === 'INVALID' && problems.length > 0;
  return {
    words: unseen?.words ?? (isSaid ? null : words),
    of: (field) => problems.find((problem) => problem.field === field)?.words,
  };
}

/** The text of a form field as typed, without the space around it. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
