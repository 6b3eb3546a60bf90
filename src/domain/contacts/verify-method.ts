import { eq } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, MINUTE } from '../../kernel/duration';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { isCodeRight } from './code-hash';
import type { Contact } from './model';
import { canTendContact } from './policy';
import { loadContact, lockMethod, shownContact } from './queries';
import { contactMethods } from './tables';

/** A code is good for so long, and for so many tries; then a new one is needed. */
const CODE_LIFE = 15 * MINUTE;
const MOST_TRIES = 5;

type Refusal = 'wrong' | 'spent';

/**
 * Somebody types the code that was sent to a method: the address is theirs, and whatever failed there before is forgotten.
 * @throws DomainError INVALID when it is another code; GONE when there is none, or it is too old, or was guessed at too often
 */
export async function verifyMethod(
  actor: Actor,
  { methodId, code }: { methodId: string; code: string },
): Promise<Contact> {
  // A wrong code is counted, so the refusal must not undo the write.
  const answer = await writeTx(actor, (tx) => tryCode(tx, methodId, code));
  if (answer === 'wrong') {
    const words = 'That is another code. Look at the newest message.';
    throw new DomainError('INVALID', words, [{ field: 'code', words }]);
  }
  if (answer === 'spent') throw new DomainError('GONE', 'This code is no longer good. Send a new one.');
  return answer;
}

async function tryCode(tx: WriteTx, methodId: string, code: string): Promise<Contact | Refusal> {
  const { method, contact } = requireFound(await lockMethod(tx, methodId), 'contact method');
  tx.authorize(canTendContact(tx.actor, contact));
  tx.noteUnrecorded();
  const { codeHash: kept, codeSentAt, codeTries } = method;
  const isGood = codeSentAt !== null && tx.now < after(codeSentAt, CODE_LIFE) && codeTries < MOST_TRIES;
  if (kept === null || !isGood) return 'spent';
  const isRight = isCodeRight(kept, methodId, code);
  await tx.db
    .update(contactMethods)
    .set(
      isRight
        ? { verifiedAt: tx.now, codeHash: null, codeTries: 0, failure: null, failedAt: null }
        : { codeTries: codeTries + 1 },
    )
    .where(within(tx, contactMethods, eq(contactMethods.id, methodId)));
  if (!isRight) return 'wrong';
  const { id, clientId } = contact;
  await recordAudit(tx, 'contact.verified', { id, clientId }, { methodId, channel: method.channel });
  return shownContact(requireRow(await loadContact(tx, id)));
}
