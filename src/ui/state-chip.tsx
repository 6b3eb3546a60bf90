import {
  BadgeCheck,
  Ban,
  BellRing,
  Check,
  CheckCheck,
  CircleDashed,
  CirclePause,
  Clock,
  FileText,
  Forward,
  Hourglass,
  Mail,
  Megaphone,
  PhoneCall,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
  RefreshCw,
  Send,
  TriangleAlert,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { BriefingState, BriefingSummary, ReviewState } from '@/domain/briefings/model';
import type { CallChannel, CallState } from '@/domain/calls/model';
import type { EscalationState } from '@/domain/escalations/model';
import type { DeliveryState } from '@/domain/notifications/model';
import type { PromiseState } from '@/domain/promises/model';
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
  withdrawn: { tone: 'neutral', icon: Ban, words: 'Withdrawn' },
};

const reviewLooks: Record<Exclude<ReviewState, 'none'> | 'unapproved', Look> = {
  submitted: { tone: 'medium', icon: Hourglass, words: 'Awaits approval' },
  approved: { tone: 'fine', icon: BadgeCheck, words: 'Approved, not published' },
  rejected: { tone: 'high', icon: Undo2, words: 'Sent back' },
  unapproved: { tone: 'high', icon: TriangleAlert, words: 'Not all approved' },
};

const promiseLooks: Record<PromiseState, Look> = {
  open: { tone: 'low', icon: PhoneOutgoing, words: 'To be called back' },
  kept: { tone: 'fine', icon: CheckCheck, words: 'Reached' },
  broken: { tone: 'high', icon: PhoneMissed, words: 'Not reached' },
  renegotiated: { tone: 'neutral', icon: RefreshCw, words: 'Agreed anew' },
  cancelled: { tone: 'neutral', icon: Ban, words: 'Called off' },
};

type CallStateChipProps = { state: CallState; isHeld?: boolean; channel?: CallChannel };

/** A complaint in writing neither rings nor is anybody on the line: while it is worked on, it is an e-mail. */
export function CallStateChip({ state, isHeld = false, channel = 'phone' }: CallStateChipProps) {
  if (state === 'live' && channel === 'email') return <Chip tone="accent" icon={Mail} words="E-mail" />;
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

/** Where the draft stands with whoever approves, and whether words are said that nobody has approved. Often nothing. */
export function ReviewChips({
  review,
  unapprovedSince,
}: Pick<BriefingSummary, 'review' | 'unapprovedSince'>) {
  return (
    <>
      {review === 'none' ? null : <Chip {...reviewLooks[review]} />}
      {unapprovedSince ? <Chip {...reviewLooks.unapproved} /> : null}
    </>
  );
}

export function PromiseStateChip({ state }: { state: PromiseState }) {
  return <Chip {...promiseLooks[state]} />;
}
