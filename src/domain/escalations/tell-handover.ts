import { eq } from 'drizzle-orm';
import { wakeEngine } from '../../db/wake-engine';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY, MINUTE } from '../../kernel/duration';
import { recordAudit } from '../audit/record-audit';
import { loadContacts } from '../contacts/queries';
import { appendLiveEvent } from '../live/append-live-event';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { notifyMembers } from '../notifications/notify-members';
import type { Gap, Schedule } from '../oncall/model';
import { outlook, type Outlook } from '../oncall/outlook';
import { loadScheduleFacts } from '../oncall/queries';
import { loadOnCallPeople, lockSchedule } from '../oncall/schedule-queries';
import { onCallSchedules } from '../oncall/tables';
import { untoldGaps } from '../oncall/untold-gaps';
import { listAccountManagers, requireClient } from '../tenancy/queries';
import { gapNotice, handoverNotice } from './handover-notice';
import { loadClientAdmins } from './handover-queries';
import { canAdvanceEscalation } from './policy';

/** What is told of one schedule within a minute is told once. */
type About = { schedule: Schedule; clientName: string; cause: Cause };
type Cause = { id: string; clientId: string; cycle: number; step: number };

/**
 * Looks at a schedule that is due: whoever has come on call since the last look is told, and gaps ahead are told to those
 * who plan. However many hand-overs went by while nobody looked: told is how things stand now, once. Asked too early,
 * twice, or of a schedule that is gone: nothing.
 */
export async function tellHandover(actor: Actor, scheduleId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canAdvanceEscalation(actor));
    tx.noteUnrecorded();
    const row = await lockSchedule(tx, scheduleId);
    if (row === undefined || row.nextCheckAt === null || row.nextCheckAt > tx.now) return;
    const known = (await loadScheduleFacts(tx, [scheduleId], tx.now)).get(scheduleId);
    if (known === undefined) return;
    const { schedule, facts } = known;
    const ahead = outlook(facts, tx.now);
    const { gaps, toldUntil } = untoldGaps(facts, row.gapsToldUntil, tx.now);
    const tomorrow = after(tx.now, DAY);
    await tx.db
      .update(onCallSchedules)
      .set({
        nextCheckAt: ahead.until !== null && ahead.until < tomorrow ? ahead.until : tomorrow,
        claimedUntil: null,
        lastOnCall: ahead.now,
        gapsToldUntil: toldUntil,
      })
      .where(within(tx, onCallSchedules, eq(onCallSchedules.id, scheduleId)));

    const newcomers = ahead.now.filter((id) => !row.lastOnCall.includes(id));
    const leavers = row.lastOnCall.filter((id) => !ahead.now.includes(id));
    const { clientId } = schedule;
    if (newcomers.length > 0 || leavers.length > 0) {
      await appendLiveEvent(tx, 'schedule.changed', clientId, { scheduleId, clientId });
    }
    const isTold = newcomers.length > 0 && schedule.isHandoverTold;
    if (!isTold && gaps.length === 0) return;
    const cycle = Math.floor(tx.now.getTime() / MINUTE);
    const cause = { id: scheduleId, clientId, cycle, step: 0 };
    const about = { schedule, clientName: await requireClient(tx, clientId), cause };
    if (isTold) await tellNewcomers(tx, about, { newcomers, leavers, ahead });
    if (gaps.length > 0) await tellGaps(tx, about, gaps);
    await recordAudit(tx, 'handover.told', schedule, {
      people: isTold ? newcomers : [],
      gaps: gaps.length,
    });
    await wakeEngine(tx);
  });
}

const factsOf = ({ schedule, clientName }: About) => ({
  scheduleName: schedule.name,
  timeZone: schedule.timeZone,
  clientName,
});

/** By e-mail, the first address of each: a word, not an alarm. Who has none reads it on the screen. */
async function tellNewcomers(
  tx: WriteTx,
  about: About,
  { newcomers, leavers, ahead }: { newcomers: string[]; leavers: string[]; ahead: Outlook },
): Promise<void> {
  const people = await loadOnCallPeople(tx, leavers);
  const before = leavers.flatMap((id) => people.get(id)?.name ?? []);
  const recipients = (await loadContacts(tx, newcomers)).flatMap(({ id, name, methods }) => {
    const method = methods.find(({ channel, isStopped }) => channel === 'email' && !isStopped);
    if (method === undefined) return [];
    return [{ methodId: method.id, recipientId: id, name, channel: method.channel, address: method.address }];
  });
  const message = handoverNotice(factsOf(about), { before, until: ahead.until });
  await enqueueDelivery(tx, about.cause, recipients, message);
}

async function tellGaps(tx: WriteTx, about: About, gaps: readonly Gap[]): Promise<void> {
  const [planners, managers] = await Promise.all([
    loadClientAdmins(tx, about.cause.clientId),
    listAccountManagers(tx),
  ]);
  const cause = { ...about.cause, step: 1 };
  const facts = factsOf(about);
  await notifyMembers(tx, cause, planners, gapNotice(facts, gaps, '/portal/on-call'));
  await notifyMembers(tx, cause, managers, gapNotice(facts, gaps, '/manage/on-call'));
}
