export type NavCountProps = {
  count: number;
  /** There are more than were counted. */
  hasMore?: boolean;
  /** For screen readers, after the number: "waiting for approval". */
  words: string;
};

/** How much waits behind a link of the rail; nothing where nothing waits. */
export function NavCount({ count, hasMore = false, words }: NavCountProps) {
  if (count === 0) return null;
  return (
    <span className="absolute top-1 right-1 min-w-4 rounded-full bg-high px-1 text-center text-[10px] leading-4 font-semibold text-surface tabular-nums">
      {count}
      {hasMore ? '+' : ''}
      <span className="sr-only"> {words}</span>
    </span>
  );
}
