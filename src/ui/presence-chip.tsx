import { CircleCheck, CircleDashed, Clock, Coffee, PhoneCall, type LucideIcon } from 'lucide-react';
import { Chip, type Tone } from './chip';
import { presenceWords, type DeskStatusKind } from './presence-words';

/** The shape and colour of what somebody does; the words come beside them. */
export const presenceLooks: Readonly<Record<DeskStatusKind, { tone: Tone; icon: LucideIcon; ink: string }>> =
  {
    available: { tone: 'fine', icon: CircleCheck, ink: 'text-fine' },
    on_call: { tone: 'accent', icon: PhoneCall, ink: 'text-accent' },
    wrap_up: { tone: 'low', icon: Clock, ink: 'text-low' },
    break: { tone: 'medium', icon: Coffee, ink: 'text-medium' },
    preparing: { tone: 'neutral', icon: CircleDashed, ink: 'text-ink-soft' },
  };

export function PresenceChip({ kind, reason = '' }: { kind: DeskStatusKind; reason?: string }) {
  const { tone, icon } = presenceLooks[kind];
  return <Chip tone={tone} icon={icon} words={presenceWords({ kind, reason })} />;
}
