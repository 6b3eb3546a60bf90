import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a code: hexadecimal SHA-256, of one method alone, so that no two rows with the same code look alike. */
export function codeHash(methodId: string, code: string): string {
  return createHash('sha256').update(`${methodId}:${code}`).digest('hex');
}

/** In a time that says nothing about how much of it was right. */
export function isCodeRight(kept: string, methodId: string, code: string): boolean {
  return timingSafeEqual(Buffer.from(kept), Buffer.from(codeHash(methodId, code)));
}
