import { asc, eq, isNull } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { memberships } from '../tenancy/tables';
import { loadCallback } from './callback-queries';
import type { Callback, CallbackColleague, CallbackPage } from './model';
import { canReadCallbacks, canWorkCallback } from './policy';
import { loadPromiseEvents, loadPromiseTries } from './promise-event-queries';
import { promises } from './tables';

/** A callback with what came of each try, and what else happened to it. */
export async function getCallback(actor: Actor, callbackId: string): Promise<CallbackPage> {
  requireAllowed(canReadCallbacks(actor));
  return readTx(actor, async (tx, clock) => {
    const callback = requireFound(await loadCallback(tx, callbackId, await clock()), 'callback');
    const [tries, events] = await Promise.all([
      loadPromiseTries(tx, callbackId),
      loadPromiseEvents(tx, callbackId),
    ]);
    return { callback, tries, events };
  });
}

function selectColleagues(
  tx: ReadTx,
  { owner, clientId }: Pick<Callback, 'owner' | 'clientId'>,
  id?: string,
) {
  const isOfSide = owner === 'client' ? eq(memberships.clientId, clientId) : isNull(memberships.clientId);
  return tx.db
    .select({ id: memberships.id, name: memberships.name, role: memberships.role })
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        isOfSide,
        isNull(memberships.disabledAt),
        id === undefined ? undefined : eq(memberships.id, id),
      ),
    );
}

/**
 * Who may take a callback over, by name: the staff, or, where the client's people make it, those of that client; at
 * most 500.
 */
export async function listCallbackColleagues(actor: Actor, callbackId: string): Promise<CallbackColleague[]> {
  return readTx(actor, async (tx) => {
    const [promise] = await tx.db
      .select({ owner: promises.owner, clientId: promises.clientId })
      .from(promises)
      .where(within(tx, promises, eq(promises.id, callbackId), eq(promises.kind, 'callback')));
    const callback = requireFound(promise, 'callback');
    requireAllowed(canWorkCallback(actor, callback));
    return selectColleagues(tx, callback).orderBy(asc(memberships.name), asc(memberships.id)).limit(500);
  });
}

/** One of those; undefined for anybody else. */
export async function findCallbackColleague(
  tx: ReadTx,
  callback: Pick<Callback, 'owner' | 'clientId'>,
  memberId: string,
): Promise<CallbackColleague | undefined> {
  const [colleague] = await selectColleagues(tx, callback, memberId);
  return colleague;
}
