import {
  Ban,
  CheckCheck,
  Hourglass,
  MessageSquareWarning,
  PhoneOutgoing,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { CallerUpdate, UpdateChannel, UpdateState } from '@/domain/updates/model';
import { Chip, type Tone } from './chip';

const looks: Record<UpdateState, { tone: Tone; icon: LucideIcon; words: string }> = {
  waiting: { tone: 'low', icon: Hourglass, words: 'Waits' },
  needs_words: { tone: 'high', icon: MessageSquareWarning, words: 'No approved words' },
  promised: { tone: 'low', icon: PhoneOutgoing, words: 'To be called' },
  told: { tone: 'fine', icon: CheckCheck, words: 'Told' },
  failed: { tone: 'critical', icon: TriangleAlert, words: 'Not reached' },
  cancelled: { tone: 'neutral', icon: Ban, words: 'Wishes it no more' },
};

export const updateStateWords = (state: UpdateState): string => looks[state].words;

/** Whether a caller has been told; a call that was promised says how it went. */
export function UpdateStateChip({ update }: { update: Pick<CallerUpdate, 'state' | 'promise'> }) {
  const { state, promise } = update;
  if (state === 'promised' && promise?.state === 'kept') return <Chip {...looks.told} words="Called" />;
  if (state === 'promised' && promise !== null && promise.state !== 'open') {
    return <Chip {...looks.failed} words="Not called" />;
  }
  return <Chip {...looks[state]} />;
}

export const updateChannelWords: Record<UpdateChannel, string> = {
  sms: 'by SMS',
  email: 'by e-mail',
  callback: 'by a call',
};
