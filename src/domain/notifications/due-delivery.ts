import type { Delivery } from './claimed-delivery';

/** A delivery that is due, with what decides whether it goes. */
export type DueDelivery = {
  delivery: Delivery;
  /** Its escalation was acknowledged, resolved or cancelled. */
  isOver: boolean;
  /** An attempt before may have reached the recipient after all. */
  isInDoubt: boolean;
  /** When the attempt began that a dead worker had in its hands. */
  lostAttemptAt: Date | null;
  /** How long after an earlier way to the same person, which is overdue as well, this one has its turn. */
  holdSeconds: number | null;
  isContactGone: boolean;
  isMethodGone: boolean;
  isStopped: boolean;
  isMemberGone: boolean;
};

/** Why it goes to nobody any more, in words for the timeline; null: it may go. */
export function refusalOf(due: DueDelivery): string | null {
  const name = due.delivery.recipientName;
  if (due.isContactGone) return `${name} is no contact any more.`;
  if (due.isMemberGone) return `${name} does not work here any more.`;
  if (due.isMethodGone) return `This way to reach ${name} was removed.`;
  return due.isStopped ? `${name} answered STOP.` : null;
}
