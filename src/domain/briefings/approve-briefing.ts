import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { announceBriefing } from './announce-briefing';
import { approveWordings } from './approve-wordings';
import type { approveBriefingInput, Briefing } from './model';
import { canApproveBriefing } from './policy';
import { publishContent } from './publish-content';
import { lockBriefing } from './queries';
import { briefings } from './tables';
import { loadNewestVersion } from './version-queries';
import { wordings, type Wording } from './wordings';

/**
 * Approves a submitted draft word for word, in each language, all but the wordings named in `except`; or, where
 * nothing is submitted, what was published before anybody had approved. With `publish` it is on the desks at once.
 * @throws DomainError STALE when the draft changed since it was read, CONFLICT when nothing awaits approval
 */
export async function approveBriefing(
  actor: Actor,
  input: z.output<typeof approveBriefingInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const briefing = requireFound(await lockBriefing(tx, input.briefingId), 'briefing');
    tx.authorize(
      canApproveBriefing(actor, briefing),
      briefing.submittedById === actor.id
        ? 'You submitted this yourself: somebody else must approve it.'
        : undefined,
    );
    const isMeant = ({ key }: Wording) => !input.except.includes(key);
    if (input.version !== undefined && input.version !== briefing.currentVersion) {
      throw new DomainError('STALE', `Version ${briefing.currentVersion} was published meanwhile.`);
    }
    const isDraftMeant = briefing.review === 'submitted' && input.version === undefined;
    if (isDraftMeant) await approveDraft(tx, briefing, input, isMeant);
    else if (briefing.unapprovedSince !== null) await approvePublished(tx, briefing, isMeant);
    else throw new DomainError('CONFLICT', 'Nothing of this briefing awaits approval.');
    return announceBriefing(tx, briefing.id);
  });
}

async function approveDraft(
  tx: WriteTx,
  briefing: Briefing,
  input: z.output<typeof approveBriefingInput>,
  isMeant: (wording: Wording) => boolean,
): Promise<void> {
  if (input.draftRevision !== undefined && input.draftRevision !== briefing.draftRevision) {
    throw new DomainError('STALE', `${briefing.updatedByName} changed this briefing meanwhile.`);
  }
  await approveWordings(tx, briefing, wordings(briefing.draft).filter(isMeant), 'approved');
  await tx.db
    .update(briefings)
    .set({ review: 'approved', reviewedByName: tx.actor.name, reviewWords: '' })
    .where(within(tx, briefings, eq(briefings.id, briefing.id)));
  await recordAudit(tx, 'briefing.approved', briefing, {
    revision: briefing.draftRevision,
    except: input.except,
  });
  if (!input.publish) return;
  await publishContent(tx, briefing, { content: briefing.draft, draftRevision: briefing.draftRevision });
}

async function approvePublished(
  tx: WriteTx,
  briefing: Briefing,
  isMeant: (wording: Wording) => boolean,
): Promise<void> {
  const { published, currentVersion } = briefing;
  if (published === null) throw new DomainError('CONFLICT', 'Nothing of this briefing is published.');
  await approveWordings(tx, briefing, wordings(published).filter(isMeant), 'approved');
  const live = requireRow(await loadNewestVersion(tx, briefing.id));
  const isProvisional = Object.values(live.approvals).some(({ kind }) => kind === 'emergency');
  if (!isProvisional && live.unapproved === 0) {
    await tx.db
      .update(briefings)
      .set({ unapprovedSince: null, reviewedByName: tx.actor.name })
      .where(within(tx, briefings, eq(briefings.id, briefing.id)));
  }
  await recordAudit(tx, 'briefing.approved', briefing, { version: currentVersion });
  // The same version once more, with the words that may be said now.
  await appendLiveEvent(tx, 'briefing.published', briefing.clientId, { briefing: live });
}
