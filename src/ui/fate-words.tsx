'use client';

import {
  Archive,
  Check,
  CheckCheck,
  CircleDashed,
  Clock,
  Eye,
  Forward,
  Hourglass,
  Send,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { DeliveryCard } from '@/domain/notifications/model';
import { deliveryFate, type Fate } from './delivery-fate';
import { Time } from './time';

const looks: Record<Fate['kind'], { icon: LucideIcon; colour: string }> = {
  set_aside: { icon: Archive, colour: 'text-critical' },
  waits: { icon: Hourglass, colour: 'text-medium' },
  pending: { icon: CircleDashed, colour: 'text-ink-soft' },
  sending: { icon: Send, colour: 'text-low' },
  sent: { icon: Check, colour: 'text-low' },
  delivered: { icon: CheckCheck, colour: 'text-fine' },
  read: { icon: Eye, colour: 'text-fine' },
  retries: { icon: Clock, colour: 'text-high' },
  failed: { icon: TriangleAlert, colour: 'text-critical' },
  skipped: { icon: Forward, colour: 'text-ink-soft' },
};

/** What became of one message: a shape, the word, when, and why. `zone` is the client's. */
export function FateWords({ delivery, zone }: { delivery: DeliveryCard; zone: string | null }) {
  const { kind, words, at, because } = deliveryFate(delivery);
  const { icon: Icon, colour } = looks[kind];
  return (
    <span className={colour}>
      <Icon aria-hidden className="mr-1 inline size-3.5 align-[-2px]" strokeWidth={2.25} />
      <span className="font-medium">{words}</span>
      {at ? (
        <>
          {' '}
          <Time at={at} zone={zone} />
        </>
      ) : null}
      {because ? `: ${because}` : null}
    </span>
  );
}
