import { CheckCheck } from 'lucide-react';
import { clockWords } from '@/ui/time-words';

/** What was just published from here. */
export type Published = { version: number; publishedAt: Date; startsAt: Date | null };

/** Confirms a publication: which version, and since when operators have it. */
export function PublishedWords({ published, zone }: { published: Published; zone: string }) {
  const { version, publishedAt, startsAt } = published;
  const isLater = startsAt !== null && startsAt > publishedAt;
  return (
    <p role="status" className="flex items-start gap-1.5 font-medium text-fine">
      <CheckCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Version {version} is published.{' '}
        {isLater
          ? `It is in force from ${clockWords(startsAt, new Date(), zone)}.`
          : 'It is on the screen of every operator.'}
      </span>
    </p>
  );
}
