// A caller who wishes to hear how it ended, and the contact who has the matter. No worker: what is due is done at once.
import { eq } from 'drizzle-orm';
import { engineActor, linkActor } from '../../src/db/gate';
import { readTx } from '../../src/db/transaction';
import { ringCall } from '../../src/domain/calls/ring-call';
import { answerCall } from '../../src/domain/calls/answer-call';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import type { Escalation, EscalationCard } from '../../src/domain/escalations/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { recordAttemptOutcome } from '../../src/domain/escalations/record-attempt-outcome';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { recordConsent } from '../../src/domain/followups/record-consent';
import { remindReport } from '../../src/domain/followups/remind-report';
import { listReports } from '../../src/domain/followups/report-request-queries';
import { tellCaller } from '../../src/domain/followups/tell-caller';
import { claimDelivery } from '../../src/domain/notifications/claim-delivery';
import type { SendOutcome } from '../../src/domain/notifications/model';
import { deliveries } from '../../src/domain/notifications/tables';
import { updateCall } from '../../src/domain/recalls/update-call';
import type { CallerUpdate, ReportRequest, UpdateChannel } from '../../src/domain/updates/model';
import { submitSettledWords } from '../../src/domain/updates/submit-settled-words';
import { listUpdates } from '../../src/domain/updates/update-queries';
import type { Actor } from '../../src/kernel/actor';
import { MINUTE } from '../../src/kernel/duration';
import { requireRow } from '../../src/kernel/errors';
import type { Tenant, World } from './world';

export const SETTLED_WORDS = 'Your salary was corrected today and is with your bank tomorrow.';

export type Delivery = typeof deliveries.$inferSelect;

let callers = 0;

export class FollowUp {
  constructor(
    readonly world: World,
    readonly place: Tenant = world,
  ) {}

  get engine(): Actor {
    return engineActor(this.place.organizationId);
  }

  /** A caller on the line, whose number nobody else has. */
  async call(callerName = 'Jonas Weber') {
    callers += 1;
    const { operator } = this.place.actors;
    const from = `+4915155${String(500_000 + callers)}`;
    const { call } = await ringCall(operator, { from, to: this.place.did.number, routeReason: 'overflow' });
    await answerCall(operator, call.id);
    return updateCall(operator, { callId: call.id, callerName });
  }

  agree(
    callId: string,
    channel: UpdateChannel,
    address: string,
    consent = 'Yes, tell me.',
  ): Promise<CallerUpdate> {
    return recordConsent(this.place.actors.operator, { callId, channel, address, consent });
  }

  approve(words = SETTLED_WORDS) {
    return submitSettledWords(this.place.actors.author, { clientId: this.place.client.id, words });
  }

  escalate(callId?: string, changes: object = {}): Promise<EscalationCard> {
    const { client, actors } = this.place;
    const about = callId === undefined ? { clientId: client.id } : { callId };
    const summary = 'Salaries were paid twice.';
    return startEscalation(actors.operator, { ...about, urgency: 'urgent', summary, ...changes });
  }

  /** Whoever opens the link of the first message. */
  async link({ id }: { id: string }): Promise<Actor> {
    const { organizationId, client } = this.place;
    const first = requireRow((await this.messages(id))[0]);
    return linkActor({
      organizationId,
      clientId: client.id,
      deliveryId: first.id,
      name: first.recipientName,
    });
  }

  async acknowledge(escalation: { id: string }): Promise<void> {
    await acknowledgeEscalation(await this.link(escalation), { escalationId: escalation.id, via: 'link' });
  }

  /** A caller who wished to be told like this, and whose matter was settled. */
  async settled(channel: UpdateChannel, address: string) {
    const { id: callId } = await this.call();
    await this.agree(callId, channel, address);
    const escalation = await this.escalate(callId);
    await resolveEscalation(this.place.actors.admin, escalation.id);
    await this.work();
    return { callId, escalation, update: await this.update(callId) };
  }

  read({ id }: { id: string }): Promise<Escalation> {
    return getEscalation(this.place.actors.admin, id);
  }

  async report({ id }: { id: string }): Promise<ReportRequest> {
    const { items } = await listReports(this.place.actors.admin, { escalationId: id, limit: 10 });
    return requireRow(items.at(-1));
  }

  async update(callId: string): Promise<CallerUpdate> {
    const { items } = await listUpdates(this.place.actors.admin, { callId, limit: 10 });
    return requireRow(items[0]);
  }

  /** Everything that was enqueued about a cause, in that order. */
  async messages(causeId: string): Promise<Delivery[]> {
    return readTx(this.engine, (tx) =>
      tx.db.select().from(deliveries).where(eq(deliveries.causeId, causeId)).orderBy(deliveries.id),
    );
  }

  /** What a worker does with whatever is due of reports and callers now. */
  async work(): Promise<void> {
    const due = await this.world.ownerSql<{ id: string }[]>`
      select id from report_requests where organization_id = ${this.place.organizationId} and remind_at <= app_now()
      union all
      select id from caller_updates where organization_id = ${this.place.organizationId} and tell_at <= app_now()`;
    for (const { id } of due) {
      await remindReport(this.engine, id);
      await tellCaller(this.engine, id);
    }
  }

  async pass(minutes: number): Promise<void> {
    await this.world.moveClock(minutes * MINUTE);
    await this.work();
  }

  /** What a provider answers to the newest message of a caller. */
  async send(updateId: string, outcome: SendOutcome = { kind: 'sent', providerId: 'SM1' }): Promise<void> {
    const newest = requireRow(
      (await this.messages(updateId)).filter(({ cause }) => cause === 'caller').at(-1),
    );
    const claimed = requireRow((await claimDelivery(this.engine, newest.id)) ?? undefined);
    await recordAttemptOutcome(this.engine, claimed, outcome);
  }
}

/** "caller_told: The caller was told …": what the timeline says of follow-up. */
export const lines = ({ timeline }: Escalation) => timeline.map(({ type, words }) => `${type}: ${words}`);
