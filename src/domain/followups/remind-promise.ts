import { and, eq, inArray, ne } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { MINUTE, SECOND } from '../../kernel/duration';
import { requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { notifyMembers } from '../notifications/notify-members';
import { remindStages, type PromiseCard, type RemindStage } from '../promises/model';
import { audienceOf, remindersDue, type Reminder } from '../promises/next-reminder';
import { canRemindPromise } from '../promises/policy';
import { latenessWords, promiseNotice } from '../promises/promise-notice';
import { loadPromises } from '../promises/promise-queries';
import { recordPromiseEvents } from '../promises/record-promise-events';
import { loadOpeningHours, lockReminded, type RemindedRow } from '../promises/reminder-queries';
import { promises } from '../promises/tables';
import { listAccountManagers } from '../tenancy/queries';
import { loadRemindedPeople, type RemindedPeople } from './reminded-people-queries';

/** More promises than this do not travel in one event: the screens read them anew. */
const MOST_IN_EVENT = 20;

/** One reminder of promises that have the same person to keep them; `at` is when it should have been given. */
type Bundle = { stage: RemindStage; at: Date; ids: string[] };
type Told = { bundle: Bundle; cards: readonly [PromiseCard, ...PromiseCard[]]; lateMs: number };

/**
 * Reminds of a promise whose time has come, and in the same breath of the others of its cause that are due with it: its
 * owner ahead of the deadline and at it, the account managers before it breaks and when it is overdue. What was missed
 * while nobody was there to remind is made up for once, and marked late. Asked too early, twice, or after the promise
 * has ended: nothing.
 */
export async function remindPromise(actor: Actor, promiseId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canRemindPromise(actor));
    tx.noteUnrecorded();
    await forgetEnded(tx, promiseId);
    const bundles = await moveOn(tx, await lockReminded(tx, promiseId));
    const cards = new Map(
      (
        await loadPromises(
          tx,
          bundles.flatMap(({ ids }) => ids),
        )
      ).map((card) => [card.id, card]),
    );
    const isManagersTurn = bundles.some(({ stage }) => audienceOf(stage) === 'account managers');
    for (const bundle of bundles) {
      const [first, ...rest] = bundle.ids.flatMap((id) => cards.get(id) ?? []);
      const lateMs = tx.now.getTime() - bundle.at.getTime();
      await tell(tx, { bundle, cards: [requireRow(first), ...rest], lateMs }, isManagersTurn);
    }
    if (bundles.length > 0) await wakeEngine(tx);
  });
}

/** Puts down what is told next of each, and sorts what is told now by stage and by who keeps it. */
async function moveOn(tx: WriteTx, rows: readonly RemindedRow[]): Promise<Bundle[]> {
  const bundles = new Map<string, Bundle>();
  const nexts = new Map<string, { next: Reminder | null; ids: string[] }>();
  const [first] = rows;
  if (first === undefined) return [];
  const earliest = new Date(Math.min(...rows.map(({ createdAt }) => createdAt.getTime())));
  const hours = await loadOpeningHours(tx, first.clientId, earliest, first.dueAt);
  for (const row of rows) {
    const { id, owner, dueAt, createdAt: givenAt, remindStage } = row;
    const { told, next } = remindersDue({ owner, givenAt, dueAt, hours }, remindStage ?? 'ahead', tx.now);
    const nextKey = next === null ? '' : `${next.stage} ${next.at.getTime()}`;
    nexts.set(nextKey, { next, ids: [...(nexts.get(nextKey)?.ids ?? []), id] });
    for (const { stage, at } of told) {
      const isOwners = audienceOf(stage) === 'owner';
      const key = isOwners ? `${stage} ${owner} ${row.assignedToId ?? row.ownerId ?? ''}` : stage;
      const bundle = bundles.get(key) ?? { stage, at, ids: [] };
      bundles.set(key, { stage, at: at < bundle.at ? at : bundle.at, ids: [...bundle.ids, id] });
    }
  }
  for (const { next, ids } of nexts.values()) {
    await tx.db
      .update(promises)
      .set({ remindStage: next?.stage ?? null, remindAt: next?.at ?? null, remindClaimedUntil: null })
      .where(within(tx, promises, inArray(promises.id, ids)));
  }
  return [...bundles.values()];
}

/** Of a promise that ended while its turn was on the way, nobody is reminded. */
async function forgetEnded(tx: WriteTx, promiseId: string): Promise<void> {
  await tx.db
    .update(promises)
    .set({ remindStage: null, remindAt: null, remindClaimedUntil: null })
    .where(within(tx, promises, and(eq(promises.id, promiseId), ne(promises.state, 'open'))));
}

async function tell(tx: WriteTx, told: Told, isManagersTurn: boolean): Promise<void> {
  const { bundle, cards, lateMs } = told;
  const { stage } = bundle;
  const [first] = cards;
  const who = await (audienceOf(stage) === 'owner'
    ? tellOwner(tx, told, isManagersTurn)
    : tellAccountManagers(tx, told, null));
  const late = latenessWords(lateMs);
  const words = `${who}${late === '' ? '' : `, ${late}`}`;
  await recordPromiseEvents(
    tx,
    cards.map((promise) => ({ promise, type: stage, words })),
  );
  const detail = { stage, lateSeconds: Math.round(lateMs / SECOND), promises: cards.length };
  await recordAudit(tx, 'promise.reminded', first, detail);
  await appendLiveEvent(tx, 'promise.reminded', first.clientId, {
    stage,
    promises: cards.slice(0, MOST_IN_EVENT),
    count: cards.length,
    lateMs,
  });
}

/** @returns who is told, in words for the ledger */
async function tellOwner(tx: WriteTx, told: Told, isManagersTurn: boolean): Promise<string> {
  const [first] = told.cards;
  const people = await loadRemindedPeople(tx, first, tx.now);
  switch (people.kind) {
    case 'desks':
      return 'Shown at the desks';
    case 'members': {
      const isPortal = people.part === 'portal';
      const reader = isPortal ? portalReader : { pathOf: () => '/desk', path: '/desk', because: null };
      await notifyMembers(tx, causeOf(told), people.members, noticeOf(told, reader));
      return `Told ${people.members.map(({ name }) => name).join(', ')}`;
    }
    case 'contacts':
      await enqueueDelivery(tx, causeOf(told), people.recipients, noticeOf(told, portalReader));
      return `Told ${namesOf(people)}`;
    case 'nobody':
      // They hear of it at this very moment anyway, where several reminders were missed.
      if (isManagersTurn) return people.because;
      return tellAccountManagers(tx, told, people.because);
  }
}

async function tellAccountManagers(tx: WriteTx, told: Told, because: string | null): Promise<string> {
  const managers = await listAccountManagers(tx);
  const reader = {
    pathOf: ({ id }: PromiseCard) => `/manage/promises/${id}`,
    path: '/manage/promises?standing=open',
    because,
  };
  await notifyMembers(tx, causeOf(told), managers, noticeOf(told, reader));
  const why = because === null ? '' : `${because} `;
  if (managers.length === 0) return `${why}There is no account manager to tell`;
  return `${why}Told ${managers.map(({ name }) => name).join(', ')}`;
}

const portalReader = {
  pathOf: ({ id }: PromiseCard) => `/portal/promises/${id}`,
  path: '/portal/promises?standing=open',
  because: null,
};

const namesOf = ({ recipients }: Extract<RemindedPeople, { kind: 'contacts' }>) =>
  [...new Set(recipients.map(({ name }) => name))].join(', ');

const noticeOf = ({ cards, bundle, lateMs }: Told, reader: Parameters<typeof promiseNotice>[2]) =>
  promiseNotice(cards, bundle.stage, reader, lateMs);

/** One message a stage and a deadline: promises of one cause that were made at different times are told of together. */
function causeOf({ cards: [first], bundle: { stage } }: Told) {
  const cycle = Math.floor(first.dueAt.getTime() / MINUTE);
  return { id: first.causeId, clientId: first.clientId, cycle, step: remindStages.indexOf(stage) + 1 };
}
