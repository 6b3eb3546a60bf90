/** A line such as "Mood: angry → calm", cut after its first words; a time's own colon has no space behind it. */
function parted(line: string): [head: string, words: string] {
  const end = line.indexOf(': ');
  return end === -1 ? ['', line] : [line.slice(0, end + 1), line.slice(end + 2)];
}

/** A log in point form, one line a point, to read and not to press. */
export function LogLines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="border-t border-line">
      {lines.map((line, n) => {
        const [head, words] = parted(line);
        return (
          <li key={n} className="max-w-[80ch] border-b border-line py-1.5 whitespace-pre-line">
            {head === '' ? null : <span className="font-medium text-ink-soft">{head} </span>}
            {words}
          </li>
        );
      })}
    </ul>
  );
}
