import { Ban } from 'lucide-react';
import type { BriefingContent } from '@/domain/briefings/model';

/** The phrases that must not be said, each with what can be said instead. Always open, never truncated. */
export function NeverSay({ items }: { items: BriefingContent['neverSay'] }) {
  if (items.length === 0) return null;
  return (
    <section
      aria-label="Never say"
      className="rounded-r-md border-l-4 border-never bg-never-soft px-3 py-2 text-ink"
    >
      <h3 className="flex items-center gap-1.5 font-semibold text-never">
        <Ban aria-hidden className="size-4 shrink-0" strokeWidth={2.5} />
        Never say
      </h3>
      <ul className="mt-1 flex flex-col gap-1.5">
        {items.map((item) => (
          <li key={item.id}>
            <span className="font-medium text-never">“{item.phrase}”</span>
            {item.sayInstead ? (
              <span className="block">
                <span className="text-ink-soft">Say instead: </span>“{item.sayInstead}”
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
