'use client';

import { Ban, CheckCheck, Clock, Eye, Inbox, type LucideIcon } from 'lucide-react';
import type { HeldReason, MessageCard, MessageState } from '@/domain/messages/model';
import { Chip, type Tone } from './chip';
import { Time } from './time';

const looks: Record<MessageState, { tone: Tone; icon: LucideIcon; words: string }> = {
  in_review: { tone: 'medium', icon: Eye, words: 'To review' },
  held: { tone: 'low', icon: Inbox, words: 'Held' },
  waiting: { tone: 'low', icon: Clock, words: 'Waits for digest' },
  released: { tone: 'fine', icon: CheckCheck, words: 'Released' },
  withheld: { tone: 'neutral', icon: Ban, words: 'Withheld' },
};

export const messageStateWords = (state: MessageState): string => looks[state].words;

const heldWords: Record<HeldReason, string> = {
  check_in: 'Held until the client checks in.',
  no_contact: 'Held: nobody named for these messages has an e-mail address.',
  no_times: 'Held: the digest of this client has no times.',
};

export function MessageStateChip({ state }: { state: MessageState }) {
  return <Chip {...looks[state]} />;
}

/** Where a message stands and why, in a sentence. */
export function MessageStanding({ message }: { message: MessageCard }) {
  const { state, heldBecause, dueAt, releasedAt, releasedByName, reviewedByName, clientTimeZone } = message;
  const zone = clientTimeZone;
  switch (state) {
    case 'in_review':
      return <>Written by {message.createdByName}. Somebody else reads it before it goes out.</>;
    case 'held':
      return <>{heldWords[heldBecause ?? 'check_in']}</>;
    case 'waiting':
      return dueAt === null ? null : (
        <>
          Goes out with the digest, <Time at={dueAt} zone={zone} />.
        </>
      );
    case 'released':
      return (
        <>
          {releasedByName === null
            ? dueAt === null
              ? 'Sent at once'
              : 'Sent with the digest'
            : `Released by ${releasedByName}`}
          {releasedAt === null ? null : (
            <>
              , <Time at={releasedAt} zone={zone} />
            </>
          )}
          .
        </>
      );
    case 'withheld':
      return <>Withheld by {reviewedByName}: the client does not get it.</>;
  }
}
