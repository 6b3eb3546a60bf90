import { archivePlaybook } from '../../domain/playbooks/archive-playbook';
import { changePlaybook } from '../../domain/playbooks/change-playbook';
import { createPlaybook } from '../../domain/playbooks/create-playbook';
import {
  archivePlaybookInput,
  changePlaybookInput,
  createPlaybookInput,
  playbookIdInput,
  playbookVersionInput,
} from '../../domain/playbooks/model';
import {
  getPlaybook,
  getPlaybookVersion,
  listPlaybookNames,
  listPlaybooks,
} from '../../domain/playbooks/playbook-queries';
import { procedure, router } from '../trpc';

export const playbooksRouter = router({
  list: procedure.query(({ ctx }) => listPlaybooks(ctx.actor)),
  options: procedure.query(({ ctx }) => listPlaybookNames(ctx.actor)),
  get: procedure.input(playbookIdInput).query(({ ctx, input }) => getPlaybook(ctx.actor, input.playbookId)),
  version: procedure
    .input(playbookVersionInput)
    .query(({ ctx, input }) => getPlaybookVersion(ctx.actor, input)),
  create: procedure.input(createPlaybookInput).mutation(({ ctx, input }) => createPlaybook(ctx.actor, input)),
  change: procedure.input(changePlaybookInput).mutation(({ ctx, input }) => changePlaybook(ctx.actor, input)),
  archive: procedure
    .input(archivePlaybookInput)
    .mutation(({ ctx, input }) => archivePlaybook(ctx.actor, input)),
});
