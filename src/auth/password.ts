import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults: 19 MiB, 2 passes (OWASP's second recommendation). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Compared with where there is nothing to compare with, so that an unknown name takes as long as a known one. */
const decoy = hash(randomBytes(32).toString('hex'));

/** How many passwords every sign-in compares: one name may belong to as many organizations. */
const COMPARISONS = 3;

/** The first candidate whose hash fits, always after the same number of comparisons. */
export async function findMatching<Candidate extends { passwordHash: string }>(
  candidates: readonly Candidate[],
  password: string,
): Promise<Candidate | null> {
  let match: Candidate | null = null;
  for (let n = 0; n < COMPARISONS; n += 1) {
    const candidate = candidates[n];
    const fits = await verify(candidate?.passwordHash ?? (await decoy), password);
    if (fits && candidate !== undefined) match ??= candidate;
  }
  return match;
}

/** A first password that can be read out over the phone: 80 random bits. */
export function makeTemporaryPassword(): string {
  return (randomBytes(16).toString('hex').match(/.{5}/g) ?? []).slice(0, 4).join('-');
}
