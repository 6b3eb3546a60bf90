import { count, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { mostPlaybooks, type createPlaybookInput, type Playbook } from './model';
import { requireSoundPlaybook } from './playbook-problems';
import { canEditPlaybooks } from './policy';
import { playbooks, playbookVersions } from './tables';

/**
 * An own playbook, offered from now on.
 * @throws DomainError INVALID for one that contradicts itself, CONFLICT where there are enough
 */
export async function createPlaybook(
  actor: Actor,
  { content }: z.output<typeof createPlaybookInput>,
): Promise<Playbook> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditPlaybooks(actor));
    requireSoundPlaybook(content);
    const [{ own } = { own: 0 }] = await tx.db
      .select({ own: count() })
      .from(playbooks)
      .where(within(tx, playbooks, isNull(playbooks.archivedAt)));
    if (own >= mostPlaybooks) {
      throw new DomainError('CONFLICT', `There are ${mostPlaybooks} playbooks already. Archive one first.`);
    }
    const { organizationId } = actor;
    const playbook: Playbook = { id: newId(), version: 1, isBuiltIn: false, content };
    const { id, version } = playbook;
    await tx.db
      .insert(playbooks)
      .values({ organizationId, id, name: content.name, currentVersion: version, createdAt: tx.now });
    await tx.db.insert(playbookVersions).values({
      organizationId,
      playbookId: id,
      version,
      content,
      changedAt: tx.now,
      changedByName: actor.name,
    });
    await recordAudit(tx, 'playbook.created', { id, clientId: null }, { steps: content.steps.length });
    await appendLiveEvent(tx, 'playbook.changed', null, { playbook, isArchived: false });
    return playbook;
  });
}
