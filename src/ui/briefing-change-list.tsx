import type { BriefingChange } from './briefing-changes';

type Words = Record<BriefingChange['kind'] | 'now' | 'was', string>;

/** `time`: one content after the other. `authors`: a colleague's beside one's own. */
const words: Record<'time' | 'authors', Words> = {
  time: {
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    moved: 'in a new order',
    now: '',
    was: 'Was: ',
  },
  authors: {
    added: 'only in theirs',
    removed: 'only in yours',
    changed: 'differs',
    moved: 'in another order',
    now: 'Theirs: ',
    was: 'Yours: ',
  },
};

export type BriefingChangeListProps = { changes: readonly BriefingChange[]; between?: 'time' | 'authors' };

/** What differs between two contents of a briefing, as sentences: what the one says, and what the other says. */
export function BriefingChangeList({ changes, between = 'time' }: BriefingChangeListProps) {
  const say = words[between];
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {changes.map((change, place) => (
        <li key={place} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <p>
            <span className="font-medium">{change.block}</span>{' '}
            <span className="text-ink-soft">{say[change.kind]}</span>
          </p>
          <div className="min-w-0">
            {change.kind === 'moved' ? <p>The same items in another order.</p> : null}
            {change.now === null ? null : (
              <p className="whitespace-pre-line">
                {change.was === null ? null : <span className="text-ink-soft">{say.now}</span>}
                {change.now}
              </p>
            )}
            {change.was === null ? null : (
              <p className="whitespace-pre-line text-ink-soft">
                {change.now === null ? null : say.was}
                {between === 'time' ? <del>{change.was}</del> : change.was}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
