import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { deliveries } from '../notifications/tables';
import { listAccountManagers } from '../tenancy/queries';
import type { SetAsideRow } from './model';
import { moveOnIfHopeless } from './move-on-if-hopeless';
import { canAdvanceEscalation } from './policy';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

/**
 * A row was set aside: a line in the escalation's timeline, a notice to the account managers, and, where it was the last
 * message of the present step, the next step at once.
 */
export async function tellSetAside(
  actor: Actor,
  { kind, id }: Pick<SetAsideRow, 'kind' | 'id'>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canAdvanceEscalation(actor));
    const [delivery] =
      kind === 'delivery'
        ? await tx.db
            .select({
              causeId: deliveries.causeId,
              name: deliveries.recipientName,
              clientId: deliveries.clientId,
            })
            .from(deliveries)
            .where(within(tx, deliveries, eq(deliveries.id, id)))
        : [];
    const escalation = await lockEscalation(tx, delivery?.causeId ?? id);
    const what =
      delivery === undefined
        ? 'An escalation cannot go on by itself'
        : `A message to ${delivery.name} cannot be sent`;
    const managers = await listAccountManagers(tx);
    await enqueueDelivery(
      tx,
      { id: newId(), clientId: escalation?.clientId ?? delivery?.clientId ?? null, cycle: 0, step: 0 },
      managers.map(({ id: memberId, name, email }) => ({
        methodId: memberId,
        recipientId: memberId,
        name,
        channel: 'email' as const,
        address: email,
      })),
      {
        subject: `${what}: it was set aside`,
        lines: [
          `${what}. Calmline tried five times, failed each time by a fault of its own, and set it aside so that it holds up nobody.`,
          ...(escalation === undefined
            ? []
            : [`It is about: ${escalation.summary}`, 'Tell the contact yourself.']),
        ],
        path: '/manage/engine',
        linkWords: 'See what was set aside',
      },
    );
    await recordAudit(tx, `${kind}.set_aside`, { id, clientId: escalation?.clientId ?? null });
    if (escalation === undefined) return;
    await recordTimeline(
      tx,
      escalation,
      'failed',
      `${what}: a fault of Calmline. The account managers are told.`,
    );
    if (kind === 'delivery') await moveOnIfHopeless(tx, escalation);
  });
}
