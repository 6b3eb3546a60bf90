import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { publishProblems, type Briefing, type LiveBriefing } from './model';
import { briefings, briefingVersions } from './tables';

/**
 * Makes the next version of a locked briefing's draft, inside a larger write. The version travels inside the event.
 * @throws DomainError INVALID with what is missing, CONFLICT when resolved or published already
 */
export async function publishDraft(tx: WriteTx, briefing: Briefing): Promise<LiveBriefing> {
  if (briefing.state === 'resolved') {
    throw new DomainError('CONFLICT', 'This briefing is resolved. Start a new one.');
  }
  if (!briefing.hasUnpublishedChanges) {
    throw new DomainError('CONFLICT', `Nothing changed since version ${briefing.currentVersion}.`);
  }
  const problems = publishProblems(briefing.draft);
  if (problems.length > 0)
    throw new DomainError('INVALID', 'The briefing is not ready to publish.', problems);

  const content = briefing.draft;
  const live: LiveBriefing = {
    briefingId: briefing.id,
    versionId: newId(),
    version: briefing.currentVersion + 1,
    clientId: briefing.clientId,
    content,
    publishedAt: tx.now,
    publishedByName: tx.actor.name,
    startsAt: content.startsAt === null ? null : new Date(content.startsAt),
    endsAt: content.endsAt === null ? null : new Date(content.endsAt),
  };
  await tx.db.insert(briefingVersions).values({
    ...live,
    id: live.versionId,
    organizationId: tx.actor.organizationId,
    publishedById: tx.actor.id,
  });
  await tx.db
    .update(briefings)
    .set({
      state: 'published',
      currentVersion: live.version,
      publishedRevision: briefing.draftRevision,
      publishedAt: tx.now,
      updatedAt: tx.now,
      updatedByName: tx.actor.name,
    })
    .where(within(tx, briefings, eq(briefings.id, briefing.id)));
  await recordAudit(tx, 'briefing.published', briefing, { version: live.version });
  await appendLiveEvent(tx, 'briefing.published', briefing.clientId, { briefing: live });
  return live;
}
