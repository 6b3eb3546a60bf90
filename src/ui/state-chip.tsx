import {
  Ban,
  BellRing,
  Check,
  CheckCheck,
  CircleDashed,
  CirclePause,
  Clock,
  FileText,
  Forward,
  Megaphone,
  PhoneCall,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  Send,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { BriefingState } from '@/domain/briefings/model';
import type { CallState } from '@/domain/calls/model';
import type { EscalationState } from '@/domain/escalations/model';
import type { DeliveryState } from '@/domain/notifications/model';
import { Chip, type Tone } from './chip';

type Look = { tone: Tone; icon: LucideIcon; words: string };

const callLooks: Record<CallState | 'held', Look> = {
  ringing: { tone: 'high', icon: PhoneIncoming, words: 'Ringing' },
  live: { tone: 'accent', icon: PhoneCall, words: 'On call' },
  held: { tone: 'medium', icon: CirclePause, words: 'On hold' },
  wrap_up: { tone: 'low', icon: Clock, words: 'Wrap-up' },
  abandoned: { tone: 'neutral', icon: PhoneMissed, words: 'Caller gave up' },
  closed: { tone: 'fine', icon: PhoneOff, words: 'Closed' },
};

const escalationLooks: Record<EscalationState, Look> = {
  open: { tone: 'high', icon: BellRing, words: 'Trying' },
  acknowledged: { tone: 'fine', icon: Check, words: 'Acknowledged' },
  resolved: { tone: 'fine', icon: CheckCheck, words: 'Resolved' },
  cancelled: { tone: 'neutral', icon: Ban, words: 'Cancelled' },
  unanswered: { tone: 'critical', icon: TriangleAlert, words: 'No answer' },
};

const deliveryLooks: Record<DeliveryState, Look> = {
  pending: { tone: 'neutral', icon: CircleDashed, words: 'Waiting to send' },
  sending: { tone: 'low', icon: Send, words: 'Sending' },
  sent: { tone: 'low', icon: Check, words: 'Sent' },
  delivered: { tone: 'fine', icon: CheckCheck, words: 'Delivered' },
  failed_temporary: { tone: 'medium', icon: Clock, words: 'Failed, will try again' },
  failed_permanent: { tone: 'critical', icon: TriangleAlert, words: 'Failed' },
  skipped: { tone: 'neutral', icon: Forward, words: 'Skipped' },
};

const briefingLooks: Record<BriefingState, Look> = {
  draft: { tone: 'neutral', icon: FileText, words: 'Draft' },
  published: { tone: 'accent', icon: Megaphone, words: 'Published' },
  resolved: { tone: 'fine', icon: CheckCheck, words: 'Resolved' },
};

export function CallStateChip({ state, isHeld = false }: { state: CallState; isHeld?: boolean }) {
  return <Chip {...callLooks[isHeld && state === 'live' ? 'held' : state]} />;
}

export function EscalationStateChip({ state }: { state: EscalationState }) {
  return <Chip {...escalationLooks[state]} />;
}

export function DeliveryStateChip({ state }: { state: DeliveryState }) {
  return <Chip {...deliveryLooks[state]} />;
}

export function BriefingStateChip({ state }: { state: BriefingState }) {
  return <Chip {...briefingLooks[state]} />;
}
