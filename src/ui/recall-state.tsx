'use client';

import { CheckCheck, Info, PhoneOutgoing, TriangleAlert } from 'lucide-react';
import type { Recall } from '@/domain/recalls/model';
import { Chip } from './chip';
import { useNow } from './now';

/** Where a recall stands, in one chip. Late is told apart from running by shape and word. */
export function RecallStateChip({ recall }: { recall: Recall }) {
  const now = useNow(10_000);
  const { callBack, isComplete, dueAt } = recall;
  if (!callBack) return <Chip tone="neutral" icon={Info} words="Nobody is called back" />;
  if (isComplete) return <Chip tone="fine" icon={CheckCheck} words="Complete" />;
  if (now !== null && dueAt <= now) return <Chip tone="high" icon={TriangleAlert} words="Overdue" />;
  return <Chip tone="low" icon={PhoneOutgoing} words="Calling back" />;
}
