import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { createMemberInput, Member } from './model';
import { canCreateMember } from './policy';
import { requireClient } from './queries';
import { roleFits } from './role-fits';
import { credentials, memberships } from './tables';

/**
 * Lets a person in.
 * @param input.passwordHash argon2id of the first password
 * @throws DomainError CONFLICT when the organization has a member with this e-mail address
 */
export async function createMember(
  actor: Actor,
  input: z.output<typeof createMemberInput> & { passwordHash: string },
): Promise<Member> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canCreateMember(actor));
    const problems = roleFits(input.role, input.clientId);
    if (problems.length > 0)
      throw new DomainError('INVALID', 'The role and the client do not fit.', problems);
    const clientName = input.clientId === undefined ? null : await requireClient(tx, input.clientId);

    const [row] = await tx.db
      .insert(memberships)
      .values({
        organizationId: actor.organizationId,
        id: newId(),
        clientId: input.clientId ?? null,
        role: input.role,
        name: input.name,
        email: input.email,
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: memberships.id });
    if (row === undefined) {
      throw new DomainError('CONFLICT', 'There is a member with this e-mail address already.', [
        { field: 'email', words: 'This address is taken.' },
      ]);
    }
    await tx.db.insert(credentials).values({
      organizationId: actor.organizationId,
      membershipId: row.id,
      passwordHash: input.passwordHash,
      changedAt: tx.now,
    });
    await recordAudit(
      tx,
      'member.created',
      { id: row.id, clientId: input.clientId ?? null },
      { role: input.role },
    );
    return {
      id: row.id,
      name: input.name,
      email: input.email,
      role: input.role,
      clientId: input.clientId ?? null,
      clientName,
      isDisabled: false,
      languages: [],
    };
  });
}
