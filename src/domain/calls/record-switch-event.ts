import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { HOUR } from '../../kernel/duration';
import { DomainError, requireFound } from '../../kernel/errors';
import { findStaffByEmail } from '../tenancy/queries';
import { announceCall } from './announce-call';
import { applyCallEvent } from './apply-call-event';
import type { CallEventType, RouteReason } from './model';
import { canRegisterCall } from './policy';
import { loadCallOwner } from './queries';
import { registerCall } from './register-call';

export type SwitchEvent = {
  type: CallEventType;
  providerCallId: string;
  from: string;
  to: string;
  routeReason: RouteReason;
  at: Date;
  /** The e-mail address of the operator who answered, where the switch knows it. */
  operatorEmail: string | undefined;
};

/**
 * One event of a telephone switch. Whichever event of a call comes first enters the call; repeats and reordering
 * have one effect.
 */
export async function recordSwitchEvent(actor: Actor, event: SwitchEvent): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canRegisterCall(actor));
    if (event.at.getTime() > tx.now.getTime() + HOUR) {
      throw new DomainError('INVALID', 'That has not happened yet. Is the clock of the switch right?');
    }
    const { id, isNew } = await registerCall(tx, { ...event, source: actor.id });
    const owner = requireFound(await loadCallOwner(tx, id), 'call');
    const answerer =
      event.operatorEmail === undefined ? null : await findStaffByEmail(tx, event.operatorEmail);
    const hasChanged = await applyCallEvent(tx, owner, { type: event.type, at: event.at, answerer });
    if (!isNew) tx.noteUnrecorded();
    if (isNew || hasChanged) await announceCall(tx, id);
  });
}
