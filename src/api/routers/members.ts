import { z } from 'zod';
import { hashPassword, makeTemporaryPassword } from '../../auth/password';
import { createMember } from '../../domain/tenancy/create-member';
import { disableMember } from '../../domain/tenancy/disable-member';
import { createMemberInput } from '../../domain/tenancy/model';
import { listMembers } from '../../domain/tenancy/queries';
import { procedure, router } from '../trpc';

export const membersRouter = router({
  list: procedure.query(({ ctx }) => listMembers(ctx.actor)),
  create: procedure.input(createMemberInput).mutation(async ({ ctx, input }) => {
    const temporaryPassword = makeTemporaryPassword();
    const passwordHash = await hashPassword(temporaryPassword);
    return { member: await createMember(ctx.actor, { ...input, passwordHash }), temporaryPassword };
  }),
  disable: procedure
    .input(z.strictObject({ memberId: z.uuid() }))
    .mutation(({ ctx, input }) => disableMember(ctx.actor, input.memberId)),
});
