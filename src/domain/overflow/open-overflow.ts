import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { localMoment } from '../../kernel/local-time';
import { recordAudit } from '../audit/record-audit';
import { clients } from '../clients/tables';
import { appendLiveEvent } from '../live/append-live-event';
import type { openOverflowInput, OverflowWindow } from './model';
import { canSwitchOverflow } from './policy';
import { loadClientOverflow } from './queries';
import { overflowWindows } from './tables';
import { windowProblems } from './window-problems';
import { windowsOverlap } from './windows-overlap';

/**
 * "All our calls until 18:00", from now on or from a time to come; a start that has passed means now. It ends by itself.
 * @throws DomainError INVALID for times that make no window, CONFLICT where a window of this client overlaps it
 */
export async function openOverflow(
  actor: Actor,
  { clientId, note, ...input }: z.output<typeof openOverflowInput>,
): Promise<OverflowWindow> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSwitchOverflow(actor, { clientId }));
    const client = requireFound(await lockClient(tx, clientId), 'client');
    const asked = input.startsAt === undefined ? tx.now : new Date(input.startsAt);
    const startsAt = asked < tx.now ? tx.now : asked;
    const span = { startsAt, endsAt: new Date(input.endsAt) };
    const problems = windowProblems(span, tx.now);
    if (problems.length > 0) throw new DomainError('INVALID', 'These times make no window.', problems);
    const others = await loadClientOverflow(tx, clientId, tx.now);
    const other = others.find((window) => windowsOverlap(window, span));
    if (other !== undefined) throw overlap(other, client, tx.now);

    const window: OverflowWindow = {
      id: newId(),
      clientId,
      clientName: client.name,
      ...span,
      note,
      openedByName: actor.name,
    };
    const { clientName: _, ...row } = window;
    await tx.db
      .insert(overflowWindows)
      .values({ ...row, organizationId: actor.organizationId, openedAt: tx.now });
    await recordAudit(tx, 'overflow.opened', window, span);
    await appendLiveEvent(tx, 'overflow.changed', clientId, { overflow: window, isClosed: false });
    return window;
  });
}

/** Held until the transaction ends, so that two people who switch at the same instant do so one after the other. */
async function lockClient(
  tx: WriteTx,
  clientId: string,
): Promise<{ name: string; timeZone: string } | undefined> {
  const [client] = await tx.db
    .select({ name: clients.name, timeZone: clients.timeZone })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)))
    .for('no key update');
  return client;
}

function overlap(other: OverflowWindow, client: { name: string; timeZone: string }, now: Date): DomainError {
  const [from, until] = [other.startsAt, other.endsAt].map((at) => localMoment(at, client.timeZone));
  const when = other.startsAt <= now ? `until ${until}` : `from ${from} until ${until}`;
  return new DomainError(
    'CONFLICT',
    `${client.name} has switched over already, ${when}; ${other.openedByName} did so. Close that window first, or choose times outside it.`,
    [{ field: other.startsAt <= now ? 'startsAt' : 'endsAt', words: `Taken ${when}.` }],
  );
}
