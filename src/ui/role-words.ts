import type { Member } from '@/domain/tenancy/model';

type Role = Member['role'];

export const roleWords: Record<Role, string> = {
  operator: 'Operator',
  account_manager: 'Account manager',
  admin: 'Admin',
  author: 'Author',
  responsible_contact: 'Responsible contact',
  client_admin: 'Client admin',
};

/** Roles of the service's own people, and those of a client's people, who belong to one client. */
export const ownRoles = ['operator', 'account_manager', 'admin'] as const satisfies readonly Role[];
export const clientsRoles = [
  'author',
  'responsible_contact',
  'client_admin',
] as const satisfies readonly Role[];

export function isClientsRole(role: string): boolean {
  return clientsRoles.some((known) => known === role);
}

/** The role of a form field's text; the first one where it is none. */
export function roleOf(text: string): Role {
  return [...ownRoles, ...clientsRoles].find((known) => known === text) ?? 'operator';
}
