import { env } from '../env';
import { sealWith, unsealWith } from '../kernel/sealed';

/** What only somebody with ENCRYPTION_KEY can read again; see src/kernel/sealed.ts. */
export function seal(secret: string): string {
  return sealWith(env().ENCRYPTION_KEY, secret);
}

/** @throws Error when it was sealed with another key, or edited */
export function unseal(sealed: string): string {
  return unsealWith(env().ENCRYPTION_KEY, sealed);
}
