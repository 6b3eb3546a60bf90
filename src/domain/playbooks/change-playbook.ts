import { eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { changePlaybookInput, Playbook } from './model';
import { requireSoundPlaybook } from './playbook-problems';
import { canEditPlaybooks } from './policy';
import { playbooks, playbookVersions } from './tables';

/**
 * The next version of an own playbook; calls keep the one they began with.
 * @throws DomainError STALE when somebody else has changed it since `version`, CONFLICT when it is archived,
 * INVALID for one that contradicts itself
 */
export async function changePlaybook(
  actor: Actor,
  { playbookId: id, version: before, content }: z.output<typeof changePlaybookInput>,
): Promise<Playbook> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditPlaybooks(actor));
    const version = before + 1;
    const changed = await tx.db
      .update(playbooks)
      .set({ name: content.name, currentVersion: version })
      .where(
        within(
          tx,
          playbooks,
          eq(playbooks.id, id),
          eq(playbooks.currentVersion, before),
          isNull(playbooks.archivedAt),
        ),
      )
      .returning({ id: playbooks.id });
    if (changed.length === 0) await refuse(tx, id);
    requireSoundPlaybook(content);
    const playbook: Playbook = { id, version, isBuiltIn: false, content };
    await tx.db.insert(playbookVersions).values({
      organizationId: actor.organizationId,
      playbookId: id,
      version,
      content,
      changedAt: tx.now,
      changedByName: actor.name,
    });
    await recordAudit(tx, 'playbook.changed', { id, clientId: null }, { version });
    await appendLiveEvent(tx, 'playbook.changed', null, { playbook, isArchived: false });
    return playbook;
  });
}

async function refuse(tx: WriteTx, id: string): Promise<never> {
  const [row] = await tx.db
    .select({ version: playbooks.currentVersion, archivedAt: playbooks.archivedAt })
    .from(playbooks)
    .where(within(tx, playbooks, eq(playbooks.id, id)));
  const { version, archivedAt } = requireFound(row, 'playbook');
  if (archivedAt !== null) {
    throw new DomainError('CONFLICT', 'This playbook is archived. Write a new one from it.');
  }
  throw new DomainError('STALE', `The newest version is ${version}.`);
}
