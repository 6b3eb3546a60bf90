/** What a pasted or chosen text is: JSON begins with a bracket, everything else is read as a table. */
export function formatOf(text: string): 'csv' | 'json' {
  return /^[\s\uFEFF]*[[{]/.test(text) ? 'json' : 'csv';
}

/** "12 questions are added, 1 is updated." */
export function importWords({ added, updated }: { added: number; updated: number }): string {
  if (added + updated === 0) return 'Nothing in it is new.';
  const count = (n: number, word: string) => `${n} ${n === 1 ? 'question is' : 'questions are'} ${word}`;
  const parts = [added > 0 ? count(added, 'added') : '', updated > 0 ? count(updated, 'updated') : ''];
  return `${parts.filter(Boolean).join(', ')}.`;
}
