import type { Briefing, BriefingVersion } from '@/domain/briefings/model';
import { BriefingChangeList } from '@/ui/briefing-change-list';
import { briefingChanges } from '@/ui/briefing-changes';
import { clockWords } from '@/ui/time-words';

export type ChangedSinceProps = {
  briefing: Briefing;
  of: 'draft' | 'published';
  versions: readonly BriefingVersion[];
  zone: string | null;
};

/** What is different from what operators said before: from the published version, or from the one before that. */
export function ChangedSince({ briefing, of, versions, zone }: ChangedSinceProps) {
  const { draft, published, currentVersion } = briefing;
  const before =
    of === 'draft'
      ? published && { version: currentVersion, content: published }
      : versions.find(({ version }) => version === currentVersion - 1);
  if (!before)
    return <p className="font-medium">Operators have not said any of this before: it is all new.</p>;
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone ?? undefined);
  const now = of === 'draft' ? draft : (published ?? draft);
  const changes = briefingChanges(before.content, now, when);
  return (
    <section aria-labelledby="changes" className="flex flex-col gap-2">
      <h2 id="changes" className="text-base font-semibold">
        What changed since version {before.version}
      </h2>
      {changes.length > 0 ? (
        <BriefingChangeList changes={changes} />
      ) : (
        <p className="text-ink-soft">Nothing that the briefing says has changed.</p>
      )}
    </section>
  );
}
