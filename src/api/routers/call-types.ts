import { archiveCallType } from '../../domain/playbooks/archive-call-type';
import { changeCallType } from '../../domain/playbooks/change-call-type';
import { createCallType } from '../../domain/playbooks/create-call-type';
import {
  archiveCallTypeInput,
  changeCallTypeInput,
  createCallTypeInput,
  listCallTypesInput,
} from '../../domain/playbooks/model';
import { listCallTypes } from '../../domain/playbooks/queries';
import { procedure, router } from '../trpc';

export const callTypesRouter = router({
  list: procedure.input(listCallTypesInput).query(({ ctx, input }) => listCallTypes(ctx.actor, input)),
  create: procedure.input(createCallTypeInput).mutation(({ ctx, input }) => createCallType(ctx.actor, input)),
  change: procedure.input(changeCallTypeInput).mutation(({ ctx, input }) => changeCallType(ctx.actor, input)),
  archive: procedure
    .input(archiveCallTypeInput)
    .mutation(({ ctx, input }) => archiveCallType(ctx.actor, input)),
});
