import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { after, SECOND } from '../../kernel/duration';
import { recordAudit } from '../audit/record-audit';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { enqueueEvents } from '../notifications/enqueue-events';
import { announceEscalation } from './announce-escalation';
import { askReport } from './ask-report';
import type { AcknowledgementChannel, EscalationCard } from './model';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

const channelWords: Record<AcknowledgementChannel, string> = {
  link: '',
  app: '',
  api: '',
  sms: ', by SMS',
  voice: ', by a key on the phone',
  email: ', by e-mail',
  patched: ', with the caller put through',
  spoken: ', by word of mouth',
};

type Whole = {
  /** As people read it: "Tom Becker", "Tom Becker and Eva Schulz". */
  byName: string;
  via: AcknowledgementChannel;
  /** Left out where several did. */
  answerer?: { personId: string | null; name: string; isContact: boolean };
};

/**
 * A locked escalation has somebody: everything not yet sent is cancelled, the time to resolve it begins, and whoever has
 * it is asked to report back.
 */
export async function completeAcknowledgement(
  tx: WriteTx,
  escalation: typeof escalations.$inferSelect,
  { byName, via, answerer }: Whole,
): Promise<EscalationCard> {
  const { id, policy } = escalation;
  const timeout = policy.acknowledgementTimeoutSeconds;
  await tx.db
    .update(escalations)
    .set({
      state: 'acknowledged',
      acknowledgedAt: tx.now,
      acknowledgedByName: byName,
      acknowledgedVia: via,
      nextStepDueAt: timeout === null ? null : after(tx.now, timeout * SECOND),
      claimedUntil: null,
    })
    .where(within(tx, escalations, eq(escalations.id, id)));
  await cancelDeliveries(tx, id, `${byName} acknowledged before it was sent.`);
  await recordTimeline(tx, escalation, 'acknowledged', `Acknowledged by ${byName}${channelWords[via]}`);
  await recordAudit(tx, 'escalation.acknowledged', escalation, { via });
  await askReport(tx, escalation, { byName, ...(answerer !== undefined && { answerer }) });
  const card = await announceEscalation(tx, id);
  await enqueueEvents(tx, 'escalation.acknowledged', card);
  return card;
}
