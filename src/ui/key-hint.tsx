/** Keys as they stand on the keyboard; phones, which have none, do not show them: `<KeyHint keys="F8" />`, `<KeyHint keys={['Ctrl', 'Enter']} />`. */
export function KeyHint({ keys }: { keys: string | readonly string[] }) {
  const all = typeof keys === 'string' ? [keys] : keys;
  return (
    <span className="inline-flex gap-0.5 whitespace-nowrap max-sm:hidden">
      {all.map((key) => (
        <kbd
          key={key}
          className="inline-flex min-w-5 items-center justify-center rounded border border-current/35 px-1 font-sans text-xs leading-4 font-medium"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
