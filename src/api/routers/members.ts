import { hashPassword, makeTemporaryPassword } from '../../auth/password';
import { createMember } from '../../domain/tenancy/create-member';
import { disableMember } from '../../domain/tenancy/disable-member';
import { createMemberInput, memberIdInput, setLanguagesInput } from '../../domain/tenancy/model';
import { listMembers } from '../../domain/tenancy/queries';
import { resetPassword } from '../../domain/tenancy/reset-password';
import { setLanguages } from '../../domain/tenancy/set-languages';
import { procedure, router } from '../trpc';

export const membersRouter = router({
  list: procedure.query(({ ctx }) => listMembers(ctx.actor)),
  create: procedure.input(createMemberInput).mutation(async ({ ctx, input }) => {
    const temporaryPassword = makeTemporaryPassword();
    const passwordHash = await hashPassword(temporaryPassword);
    return { member: await createMember(ctx.actor, { ...input, passwordHash }), temporaryPassword };
  }),
  resetPassword: procedure.input(memberIdInput).mutation(async ({ ctx, input }) => {
    const temporaryPassword = makeTemporaryPassword();
    const passwordHash = await hashPassword(temporaryPassword);
    await resetPassword(ctx.actor, { ...input, passwordHash });
    return { temporaryPassword };
  }),
  setLanguages: procedure
    .input(setLanguagesInput)
    .mutation(({ ctx, input }) => setLanguages(ctx.actor, input)),
  disable: procedure
    .input(memberIdInput)
    .mutation(({ ctx, input }) => disableMember(ctx.actor, input.memberId)),
});
