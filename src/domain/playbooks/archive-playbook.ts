import { eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { loadServiceRules } from '../tenancy/service-rules-queries';
import type { archivePlaybookInput, Playbook } from './model';
import { canEditPlaybooks } from './policy';
import { loadPlaybook } from './queries';
import { playbooks } from './tables';

/**
 * Offers a playbook no more. Calls keep it; whatever names it falls to the next place.
 * @throws DomainError CONFLICT while the service's rules name it: something must guide a call for which nothing else is named
 */
export async function archivePlaybook(
  actor: Actor,
  { playbookId }: z.output<typeof archivePlaybookInput>,
): Promise<Playbook> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditPlaybooks(actor));
    // Its lock keeps set-service-rules from naming it meanwhile.
    const archived = await tx.db
      .update(playbooks)
      .set({ archivedAt: tx.now })
      .where(within(tx, playbooks, eq(playbooks.id, playbookId), isNull(playbooks.archivedAt)))
      .returning({ id: playbooks.id });
    const playbook = requireFound(await loadPlaybook(tx, playbookId), 'playbook');
    if (archived.length === 0) {
      tx.noteUnrecorded();
      return playbook;
    }
    const rules = await loadServiceRules(tx);
    if (rules.playbookId === playbookId) {
      throw new DomainError(
        'CONFLICT',
        'This is the playbook of your service’s rules. Choose another one there first.',
      );
    }
    await recordAudit(tx, 'playbook.archived', { id: playbookId, clientId: null });
    await appendLiveEvent(tx, 'playbook.changed', null, { playbook, isArchived: true });
    return playbook;
  });
}
