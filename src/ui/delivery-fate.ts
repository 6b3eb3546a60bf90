import type { DeliveryCard, WaitReason } from '@/domain/notifications/model';

type FateKind =
  | 'set_aside'
  | 'waits'
  | 'pending'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'retries'
  | 'failed'
  | 'skipped';

/** What became of one message: "Waits until" + `at` + ": quiet hours". */
export type Fate = { kind: FateKind; words: string; at: Date | null; because: string | null };

const waits: Record<WaitReason, { words: string; because: string }> = {
  quiet_hours: { words: 'Waits until', because: 'quiet hours' },
  method_delay: { words: 'Goes out', because: 'unless somebody answers first' },
  throttled: { words: 'Waits until', because: 'too many messages to this address at once' },
};

/**
 * What became of a message, in the order in which it matters to whoever watches: that a person read it says more than
 * that a provider took it.
 */
export function deliveryFate(delivery: DeliveryCard): Fate {
  const { state, waitsFor, nextAttemptAt, sentAt, deliveredAt, readAt, setAsideAt, failure } = delivery;
  if (setAsideAt) {
    const because = 'it failed again and again, and the account managers were told';
    return { kind: 'set_aside', words: 'Set aside', at: setAsideAt, because };
  }
  if (readAt) return { kind: 'read', words: 'Read', at: readAt, because: null };
  switch (state) {
    case 'pending': {
      if (waitsFor === null) return { kind: 'pending', words: 'Waiting to send', at: null, because: null };
      const { words, because } = waits[waitsFor];
      return { kind: 'waits', words: nextAttemptAt ? words : 'Waits', at: nextAttemptAt, because };
    }
    case 'sending':
      return {
        kind: 'sending',
        words: delivery.channel === 'voice' ? 'Calling' : 'Sending',
        at: null,
        because: null,
      };
    case 'sent':
      return { kind: 'sent', words: 'Sent', at: sentAt, because: null };
    case 'delivered':
      return { kind: 'delivered', words: 'Delivered', at: deliveredAt ?? sentAt, because: null };
    case 'failed_temporary':
      return { kind: 'retries', words: 'Failed, tries again', at: nextAttemptAt, because: failure };
    case 'failed_permanent':
      return { kind: 'failed', words: 'Failed', at: null, because: failure };
    case 'skipped':
      return { kind: 'skipped', words: 'Not sent', at: null, because: failure };
  }
}
