'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/api/client';

/** The next of the inbox, without going back to it. */
export function NextToReview({ after }: { after: string }) {
  const api = useTRPC();
  const queue = useQuery(api.reviews.list.queryOptions({ reviewState: 'wanted', limit: 5 }));
  const next = queue.data?.items.find(({ id }) => id !== after);
  if (!next) return null;
  return (
    <Link
      href={`/manage/escalations/${next.id}`}
      className="inline-flex min-h-9 items-center text-accent underline underline-offset-2"
    >
      Next to review
    </Link>
  );
}
