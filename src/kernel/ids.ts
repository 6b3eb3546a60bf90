import { v7 } from 'uuid';

declare const brand: unique symbol;
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** The tenant. Minted only at the gates (see tenant.ts), so a plain string from outside never passes for one. */
export type OrganizationId = Brand<string, 'OrganizationId'>;
/** A client company inside one organization. Minted only at the gates. */
export type ClientId = Brand<string, 'ClientId'>;

/** A new UUIDv7 (RFC 9562): sorts by creation time, so indexes grow at their right edge. */
export function newId(): string {
  return v7();
}
