import { CircleCheck, CircleDot, CircleMinus, CircleX, type LucideIcon } from 'lucide-react';
import { markWords } from '@/domain/coaching/coaching-words';
import type { Mark } from '@/domain/coaching/model';
import { Chip, type Tone } from './chip';

const looks: Record<Mark, { tone: Tone; icon: LucideIcon }> = {
  met: { tone: 'fine', icon: CircleCheck },
  partly: { tone: 'medium', icon: CircleDot },
  missed: { tone: 'high', icon: CircleX },
  not_applicable: { tone: 'neutral', icon: CircleMinus },
};

/** How one criterion was met: a shape, a word and a colour. */
export function MarkChip({ mark }: { mark: Mark }) {
  return <Chip {...looks[mark]} words={markWords(mark)} />;
}
