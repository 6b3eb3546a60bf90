import type { BriefingChange } from '@/ui/briefing-changes';

function Change({ change }: { change: BriefingChange }) {
  const { block, kind, was, now } = change;
  return (
    <li>
      <span className="font-medium">{block}: </span>
      {kind === 'moved' ? 'in another order' : null}
      {was ? <del className="text-never decoration-2">{was}</del> : null}
      {was && now ? ' ' : null}
      {now ? <ins className="font-medium no-underline">{now}</ins> : null}
    </li>
  );
}

/** What exactly is different in the version that is shown now. */
export function ChangeDetails({ words, changes }: { words: string; changes: readonly BriefingChange[] }) {
  return (
    <details open className="rounded-md border border-line bg-raised px-3 py-2">
      <summary className="font-medium">{words}</summary>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {changes.map((change, position) => (
          <Change key={`${change.block}-${position}`} change={change} />
        ))}
      </ul>
    </details>
  );
}
