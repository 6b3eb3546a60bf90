import type { Actor } from '../../kernel/actor';

/** Only the worker hands messages to providers. */
export function canCarryDeliveries(actor: Actor): boolean {
  return actor.kind === 'engine';
}
