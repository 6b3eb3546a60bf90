import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { EscalationCard } from './model';
import { loadEscalationCard } from './queries';

/** Reads an escalation anew after it changed, tells the open screens, and returns it. */
export async function announceEscalation(tx: WriteTx, escalationId: string): Promise<EscalationCard> {
  const escalation = requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
  await appendLiveEvent(tx, 'escalation.changed', escalation.clientId, { escalation });
  return escalation;
}
