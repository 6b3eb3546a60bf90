import { Clock, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Urgency } from '@/domain/calls/model';
import { Chip, type Tone } from './chip';

const looks: Record<Urgency, { tone: Tone; icon: LucideIcon; words: string }> = {
  emergency: { tone: 'critical', icon: OctagonAlert, words: 'EMERGENCY' },
  urgent: { tone: 'high', icon: TriangleAlert, words: 'URGENT' },
  routine: { tone: 'neutral', icon: Clock, words: 'ROUTINE' },
};

export function UrgencyChip({ urgency }: { urgency: Urgency }) {
  return <Chip {...looks[urgency]} />;
}
