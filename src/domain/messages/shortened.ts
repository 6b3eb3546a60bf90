/** A text on one line, of at most `length` characters; what is longer ends with a word and an ellipsis. */
export function shortened(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= length) return line.replace(/[.,;:]$/, '');
  const cut = line.slice(0, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).replace(/[.,;:]$/, '')}…`;
}
