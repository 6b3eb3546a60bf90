import { CircleCheck, Diamond, Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '@/domain/briefings/model';
import { Chip, type Tone } from './chip';

const looks: Record<Severity | 'ok', { tone: Tone; icon: LucideIcon; words: string }> = {
  critical: { tone: 'critical', icon: OctagonAlert, words: 'CRITICAL' },
  high: { tone: 'high', icon: TriangleAlert, words: 'HIGH' },
  medium: { tone: 'medium', icon: Diamond, words: 'MEDIUM' },
  low: { tone: 'low', icon: Info, words: 'LOW' },
  ok: { tone: 'fine', icon: CircleCheck, words: 'OK' },
};

export function SeverityChip({ severity }: { severity: Severity | 'ok' }) {
  return <Chip {...looks[severity]} />;
}
