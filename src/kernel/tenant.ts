import type { ClientId, OrganizationId } from './ids';

/*
 * The mint for tenant ids. Only gates may import this file: code that has just read the id from a session,
 * an API key, a signed link or a row that the engine claimed. Everywhere else the brand must be passed on.
 */

export function mintOrganizationId(value: string): OrganizationId {
  return value as OrganizationId;
}

export function mintClientId(value: string): ClientId {
  return value as ClientId;
}
