import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import { DomainError, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { approveWordings } from './approve-wordings';
import type { ApprovalKind, Briefing, BriefingContent, LiveBriefing } from './model';
import { publicationProblems } from './publication-problems';
import { firstReminderAt } from './reminder-time';
import { briefings, briefingVersions } from './tables';
import { loadLiveBriefing } from './version-queries';
import { wordings, type Wording } from './wordings';

export type Publication = {
  content: BriefingContent;
  /** The draft revision that it was made from; left out: the draft goes on as it is. */
  draftRevision?: number;
  /** Which of its words this publication approves, and how; the others keep the approvals they have. */
  approve?: { kind: ApprovalKind; isMeant: (wording: Wording) => boolean };
  /** Some of its words are the actor's own and nobody has looked at them: somebody else must approve. */
  isUnreviewed?: boolean;
};

/**
 * Makes the next version of a locked briefing, inside a larger write. The version travels inside the event.
 * @throws DomainError INVALID with what is missing, CONFLICT when the briefing is over
 */
export async function publishContent(
  tx: WriteTx,
  briefing: Briefing,
  { content, draftRevision, approve, isUnreviewed = false }: Publication,
): Promise<LiveBriefing> {
  if (briefing.state === 'resolved' || briefing.state === 'withdrawn') {
    throw new DomainError('CONFLICT', `This briefing is ${briefing.state}. Start a new one.`);
  }
  const problems = publicationProblems(content);
  if (problems.length > 0)
    throw new DomainError('INVALID', 'The briefing is not ready to publish.', problems);

  const version = briefing.currentVersion + 1;
  const versionId = newId();
  await tx.db.insert(briefingVersions).values({
    organizationId: tx.actor.organizationId,
    id: versionId,
    clientId: briefing.clientId,
    briefingId: briefing.id,
    version,
    content,
    startsAt: content.startsAt === null ? null : new Date(content.startsAt),
    endsAt: content.endsAt === null ? null : new Date(content.endsAt),
    publishedAt: tx.now,
    publishedById: tx.actor.id,
    publishedByName: tx.actor.name,
  });
  if (approve !== undefined) {
    await approveWordings(tx, briefing, wordings(content).filter(approve.isMeant), approve.kind);
  }
  const remindAt = firstReminderAt(content.nextUpdateDueAt, tx.now);
  await tx.db
    .update(briefings)
    .set({
      state: 'published',
      currentVersion: version,
      publishedAt: tx.now,
      remindAt,
      claimedUntil: null,
      updatedAt: tx.now,
      updatedByName: tx.actor.name,
      ...(draftRevision !== undefined && { publishedRevision: draftRevision, review: 'none' }),
      ...(isUnreviewed && {
        submittedAt: tx.now,
        submittedById: tx.actor.id,
        submittedByName: tx.actor.name,
      }),
    })
    .where(within(tx, briefings, eq(briefings.id, briefing.id)));
  if (remindAt !== null) await wakeEngine(tx);
  await recordAudit(tx, 'briefing.published', briefing, { version });
  const live = requireRow(await loadLiveBriefing(tx, versionId));
  await markUnapproved(tx, briefing, live);
  await appendLiveEvent(tx, 'briefing.published', briefing.clientId, { briefing: live });
  return live;
}

/** Since when something of what is published awaits approval; null once nothing does. */
async function markUnapproved(tx: WriteTx, briefing: Briefing, live: LiveBriefing): Promise<void> {
  const isProvisional = Object.values(live.approvals).some(({ kind }) => kind === 'emergency');
  const isOutstanding = isProvisional || live.unapproved > 0;
  if (isOutstanding === (briefing.unapprovedSince !== null)) return;
  await tx.db
    .update(briefings)
    .set({ unapprovedSince: isOutstanding ? tx.now : null })
    .where(within(tx, briefings, eq(briefings.id, briefing.id)));
}
