import { and, eq } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor, Role } from '../../kernel/actor';
import { requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { Briefing } from '../briefings/model';
import { canRemindAuthor } from '../briefings/policy';
import { lockBriefing } from '../briefings/queries';
import { nextReminderAt } from '../briefings/reminder-time';
import { briefings, briefingVersions } from '../briefings/tables';
import { clients } from '../clients/tables';
import { findActiveMember, listAccountManagers, loadAuthors } from '../tenancy/queries';
import { notifyMembers } from './notify-members';
import { reminderNotice } from './reminder-notice';

/**
 * Reminds of the update that a briefing announced: ten minutes ahead, and once more when it is overdue. Asked too
 * early, twice, or after the briefing is over: nothing.
 */
export async function remindAuthor(actor: Actor, briefingId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canRemindAuthor(actor));
    tx.noteUnrecorded();
    const briefing = requireFound(await lockBriefing(tx, briefingId), 'briefing');
    if (briefing.state !== 'published') return;
    const { remindAt, publishedById, timeZone } = await loadReminder(tx, briefing);
    if (remindAt === null || remindAt > tx.now) return;
    const { nextUpdateDueAt: dueAt, endsAt } = briefing;
    const isOver = endsAt !== null && endsAt <= tx.now;
    const next = isOver ? null : nextReminderAt(dueAt?.toISOString() ?? null, tx.now);
    await tx.db
      .update(briefings)
      .set({ remindAt: next, claimedUntil: null })
      .where(within(tx, briefings, eq(briefings.id, briefingId)));
    if (isOver || dueAt === null) return;
    const cause = {
      id: briefingId,
      clientId: briefing.clientId,
      cycle: briefing.currentVersion,
      step: dueAt <= tx.now ? 2 : 1,
    };
    for (const addressee of await loadReminded(tx, briefing, publishedById)) {
      const part = isOfStaff(addressee) ? 'manage' : 'portal';
      const about = { headline: briefing.headline, dueAt, timeZone };
      const message = reminderNotice(about, tx.now, `/${part}/briefings/${briefingId}`);
      await notifyMembers(tx, cause, [addressee], message);
    }
    await recordAudit(tx, 'briefing.reminded', briefing, {
      version: cause.cycle,
      isOverdue: cause.step === 2,
    });
  });
}

type Addressee = { id: string; name: string; email: string; role: Role };

const isOfStaff = ({ role }: { role: Role }) => role === 'account_manager' || role === 'admin';
const isWriter = ({ role }: { role: Role }) =>
  isOfStaff({ role }) || role === 'author' || role === 'client_admin';

/** Whoever published, while that person may still write; else everybody who may; else the account managers. */
async function loadReminded(tx: WriteTx, briefing: Briefing, publishedById: string): Promise<Addressee[]> {
  const publisher = await findActiveMember(tx, publishedById);
  if (publisher !== undefined && isWriter(publisher)) return [publisher];
  const authors = await loadAuthors(tx, briefing.clientId);
  if (authors.length > 0) return authors;
  const managers = await listAccountManagers(tx);
  return managers.map((manager) => ({ ...manager, role: 'account_manager' }));
}

async function loadReminder(tx: WriteTx, { id, currentVersion }: Briefing) {
  const [row] = await tx.db
    .select({
      remindAt: briefings.remindAt,
      publishedById: briefingVersions.publishedById,
      timeZone: clients.timeZone,
    })
    .from(briefings)
    .innerJoin(
      clients,
      and(eq(clients.organizationId, briefings.organizationId), eq(clients.clientId, briefings.clientId)),
    )
    .innerJoin(
      briefingVersions,
      and(
        eq(briefingVersions.organizationId, briefings.organizationId),
        eq(briefingVersions.briefingId, briefings.id),
        eq(briefingVersions.version, currentVersion),
      ),
    )
    .where(within(tx, briefings, eq(briefings.id, id)));
  return requireRow(row);
}
