'use client';

import type { Contact } from '@/domain/contacts/model';
import { OnCallFeed } from '@/ui/on-call-feed';

export type OwnFeedProps = {
  contacts: readonly Contact[] | null;
  memberId: string;
  canEdit: boolean;
};

/** Everybody has their own shifts in their own calendar; whoever plans also hands out the others' addresses. */
export function OwnFeed({ contacts, memberId, canEdit }: OwnFeedProps) {
  const own = contacts?.filter(({ membershipId }) => membershipId === memberId) ?? [];
  const choices = canEdit ? (contacts ?? []) : own;
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby="feed" className="flex flex-col gap-2 border-t border-line pt-5">
      <h2 id="feed" className="text-base font-semibold">
        {canEdit ? 'Subscribe in a calendar' : 'Subscribe in your calendar'}
      </h2>
      <p className="max-w-[66ch] text-ink-soft">
        {canEdit
          ? 'Each person can have their shifts in their own calendar program. Give the address to them alone.'
          : 'Your shifts, in your own calendar program, always as they stand now.'}
      </p>
      <OnCallFeed choices={choices} />
    </section>
  );
}
