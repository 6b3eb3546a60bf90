'use client';

import {
  Ban,
  CheckCheck,
  Clock,
  CircleDashed,
  RefreshCw,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { PromiseCard, PromiseStanding } from '@/domain/promises/model';
import { promiseStanding } from '@/domain/promises/promise-standing';
import { Chip, type Tone } from './chip';
import { useNow } from './now';
import { standingWords } from './promise-words';

const looks: Readonly<Record<PromiseStanding, { tone: Tone; icon: LucideIcon }>> = {
  open: { tone: 'low', icon: CircleDashed },
  overdue: { tone: 'high', icon: TriangleAlert },
  kept: { tone: 'fine', icon: CheckCheck },
  kept_late: { tone: 'medium', icon: Clock },
  broken: { tone: 'high', icon: TriangleAlert },
  renegotiated: { tone: 'neutral', icon: RefreshCw },
  cancelled: { tone: 'neutral', icon: Ban },
};

/** Where a promise stands now; it turns overdue under the reader's eyes. */
export function PromiseStandingChip({ promise }: { promise: PromiseCard }) {
  const now = useNow();
  const standing = promiseStanding(promise, now ?? promise.createdAt);
  return <Chip {...looks[standing]} words={standingWords[standing]} />;
}
