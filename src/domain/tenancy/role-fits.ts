import { clientRoles, type Role } from '../../kernel/actor';
import type { Problem } from '../../kernel/errors';

/** A client's role needs a client, a staff role has none. */
export function roleFits(role: Role, clientId: string | undefined): Problem[] {
  const isClientRole = (clientRoles as readonly Role[]).includes(role);
  if (isClientRole && clientId === undefined) {
    return [{ field: 'clientId', words: 'Say which client this person belongs to.' }];
  }
  if (!isClientRole && clientId !== undefined) {
    return [{ field: 'clientId', words: 'Staff of the answering service belong to no client.' }];
  }
  return [];
}
