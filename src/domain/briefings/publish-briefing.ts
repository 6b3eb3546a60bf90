import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from './announce-briefing';
import type { ApprovalKind, Briefing, LiveBriefing, publishBriefingInput } from './model';
import { canPublishBriefing, canPublishUnreviewed } from './policy';
import { publishContent } from './publish-content';
import { lockBriefing } from './queries';

/**
 * Brings the draft to every desk. Where the client wants it looked at first, it must be approved, unless it is an
 * emergency: then it stays marked until somebody has approved.
 * @throws DomainError STALE when the draft is no longer the revision that was looked at, CONFLICT when it was
 *   published meanwhile, FORBIDDEN when it awaits approval
 */
export async function publishBriefing(
  actor: Actor,
  input: z.output<typeof publishBriefingInput>,
): Promise<LiveBriefing> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, input.briefingId), 'briefing');
    tx.authorize(canPublishBriefing(actor, briefing));
    if (input.draftRevision !== undefined && input.draftRevision !== briefing.draftRevision) {
      throw new DomainError('STALE', `${briefing.updatedByName} changed this briefing meanwhile.`);
    }
    if (!briefing.hasUnpublishedChanges) {
      throw new DomainError('CONFLICT', `Nothing changed since version ${briefing.currentVersion}.`);
    }
    const kind = await approvalOf(tx, briefing, input.emergency);
    const live = await publishContent(tx, briefing, {
      content: briefing.draft,
      draftRevision: briefing.draftRevision,
      ...(kind !== null && { approve: { kind, isMeant: () => true } }),
      isUnreviewed: kind === 'emergency',
    });
    await announceBriefing(tx, briefing.id);
    return live;
  });
}

/** How publishing approves the words: the actor's own right, an approval given before (null), or the emergency. */
async function approvalOf(
  tx: WriteTx,
  briefing: Briefing,
  isEmergency: boolean,
): Promise<ApprovalKind | null> {
  if (canPublishUnreviewed(tx.actor, briefing)) return 'approved';
  if (briefing.review === 'approved') return null;
  if (!isEmergency) {
    throw new DomainError(
      'FORBIDDEN',
      'Somebody else must approve this briefing first. Submit it, or publish it as an emergency.',
    );
  }
  await recordAudit(tx, 'briefing.published_in_emergency', briefing);
  return 'emergency';
}
