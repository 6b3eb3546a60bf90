import type { BriefingContent } from '@/domain/briefings/model';

/** When operators go by a briefing published at `now`, in words. `when` words an instant in the client's zone. */
export function forceWords(
  { startsAt, endsAt }: Pick<BriefingContent, 'startsAt' | 'endsAt'>,
  now: Date,
  when: (instant: string) => string,
): string {
  if (endsAt !== null && Date.parse(endsAt) <= now.getTime()) {
    return `Never: its time ended ${when(endsAt)}. Change “Until” first`;
  }
  const from =
    startsAt !== null && Date.parse(startsAt) > now.getTime() ? `From ${when(startsAt)}` : 'At once';
  return endsAt === null ? `${from}, until you resolve it` : `${from}, until ${when(endsAt)}`;
}
