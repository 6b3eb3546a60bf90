import type { ClientId, OrganizationId } from './ids';

const staffRoles = ['operator', 'account_manager', 'admin'] as const;
export const clientRoles = ['author', 'responsible_contact', 'client_admin'] as const;
export const roles = [...staffRoles, ...clientRoles] as const;

export type Role = (typeof roles)[number];

/**
 * Whoever acts, always inside exactly one organization.
 * - `member`: a signed-in person; `id` is the membership
 * - `api_key`: an outside program; it can do what its role can
 * - `link`: a person who opened a signed link and nothing else; `id` is the delivery that carried it
 * - `switch`: a telephone switch; `id` is the telephony connection
 * - `source`: a program outside that reports incidents of one client; `id` is the briefing source
 * - `engine`: the worker, acting on rows it claimed
 * `clientId` is set for a client's people and walls them into that client's rows.
 */
export type Actor = {
  readonly kind: 'member' | 'api_key' | 'link' | 'switch' | 'source' | 'engine';
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly organizationId: OrganizationId;
  readonly clientId: ClientId | null;
};

export function isStaff(actor: Pick<Actor, 'role'>): boolean {
  return actor.role !== null && (staffRoles as readonly string[]).includes(actor.role);
}

export function hasRole(actor: Pick<Actor, 'role'>, ...allowed: readonly Role[]): boolean {
  return actor.role !== null && allowed.includes(actor.role);
}
