import type { BriefingChange } from './briefing-changes';

const kindWords: Record<BriefingChange['kind'], string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'New order',
};

/** What differs between two contents of a briefing, as sentences: what it says now, and what it said before. */
export function BriefingChangeList({ changes }: { changes: readonly BriefingChange[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {changes.map((change, place) => (
        <li key={place} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <p>
            <span className="font-medium">{change.block}</span>{' '}
            <span className="text-ink-soft">{kindWords[change.kind].toLowerCase()}</span>
          </p>
          <div className="min-w-0">
            {change.kind === 'moved' ? <p>The same items in another order.</p> : null}
            {change.now === null ? null : <p className="whitespace-pre-line">{change.now}</p>}
            {change.was === null ? null : (
              <p className="whitespace-pre-line text-ink-soft">
                {change.kind === 'changed' ? 'Was: ' : null}
                <del>{change.was}</del>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
