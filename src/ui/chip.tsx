import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names';

export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'fine' | 'accent' | 'neutral';

const tones: Record<Tone, string> = {
  critical: 'bg-critical-soft text-critical',
  high: 'bg-high-soft text-high',
  medium: 'bg-medium-soft text-medium',
  low: 'bg-low-soft text-low',
  fine: 'bg-fine-soft text-fine',
  accent: 'bg-accent-soft text-accent',
  neutral: 'bg-sunken text-ink-soft',
};

/** A shape, a word and a colour: never the colour alone. */
export function Chip({ tone, icon: Icon, words }: { tone: Tone; icon: LucideIcon; words: string }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded px-1.5 py-0.5 align-middle text-xs leading-4 font-semibold',
        'whitespace-nowrap ring-1 ring-current/25 ring-inset',
        tones[tone],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {words}
    </span>
  );
}
