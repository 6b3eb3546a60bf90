import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { after, SECOND } from '../../kernel/duration';
import { contacts } from '../contacts/tables';
import { deliveries } from '../notifications/tables';
import { reportDueAt } from '../updates/report-due';
import { requestReport } from '../updates/request-report';
import { loadAcknowledgements } from './answer-queries';
import type { escalations } from './tables';
import { loadTargets } from './target-queries';

type EscalationRow = typeof escalations.$inferSelect;

/** Who has just acknowledged. Without a person: several did, where everybody had to, and the first of them is asked. */
type Acknowledged = {
  byName: string;
  answerer?: { personId: string | null; name: string; isContact: boolean };
};

/**
 * Who acknowledged a locked escalation is asked to say by a time how it stands, inside that write. Only the client's side
 * is asked; where staff have it themselves, the engine merely looks whether it is resolved in time.
 */
export async function askReport(
  tx: WriteTx,
  escalation: EscalationRow,
  { byName, answerer }: Acknowledged,
): Promise<void> {
  const person = answerer ??
    (await loadFirst(tx, escalation)) ?? { personId: null, name: byName, isContact: false };
  const isClients = person.isContact || (tx.actor.kind !== 'link' && tx.actor.clientId !== null);
  const { id, clientId, runFromCycle, urgency, policy, startedAt } = escalation;
  const { resolveSeconds } = (await loadTargets(tx, clientId))[urgency];
  const dueAt = reportDueAt({ ...policy, resolveSeconds }, tx.now);
  const resolveBy = after(startedAt, resolveSeconds * SECOND);
  const looks = [...(isClients ? [dueAt] : []), resolveBy].filter((at) => at > tx.now);
  await requestReport(tx, {
    escalationId: id,
    clientId,
    runFromCycle,
    personId: person.personId,
    personName: person.name,
    deliveryId:
      person.personId === null
        ? null
        : await findAnswered(tx, escalation, person.personId, answerer !== undefined),
    state: isClients ? 'open' : 'over',
    dueAt,
    remindAt: looks.length === 0 ? null : new Date(Math.min(...looks.map((at) => at.getTime()))),
  });
}

async function loadFirst(tx: ReadTx, { id, runFromCycle }: EscalationRow) {
  const [first] = await loadAcknowledgements(tx, id, runFromCycle);
  if (first === undefined) return undefined;
  const [contact] = await tx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(within(tx, contacts, eq(contacts.id, first.personId)));
  return { personId: first.personId, name: first.personName, isContact: contact !== undefined };
}

/** The message whose page takes the report: the one behind the link, else the newest that this person has. */
async function findAnswered(
  tx: ReadTx,
  { id, runFromCycle }: EscalationRow,
  personId: string,
  isOwn: boolean,
): Promise<string | null> {
  if (isOwn && tx.actor.kind === 'link') return tx.actor.id;
  const isTheirs = and(
    eq(deliveries.causeId, id),
    eq(deliveries.cause, 'escalation'),
    eq(deliveries.recipientId, personId),
    gte(deliveries.cycle, runFromCycle),
    inArray(deliveries.state, ['sending', 'sent', 'delivered']),
  );
  const [row] = await tx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(within(tx, deliveries, isTheirs))
    .orderBy(sql`${deliveries.readAt} desc nulls last`, desc(deliveries.id))
    .limit(1);
  return row?.id ?? null;
}
