import { answerCall } from '../../src/domain/calls/answer-call';
import type { CallCard } from '../../src/domain/calls/model';
import { recordCallEvent } from '../../src/domain/calls/record-call-event';
import { ringCall } from '../../src/domain/calls/ring-call';
import type { EscalationCard } from '../../src/domain/escalations/model';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createPromise } from '../../src/domain/followups/create-promise';
import { closeCall } from '../../src/domain/messages/close-call';
import { releaseMessages } from '../../src/domain/messages/release-messages';
import type { PromiseCard, PromiseKind, PromiseOwner } from '../../src/domain/promises/model';
import type { HomeLine } from '../../src/domain/reports/home-line';
import { getHome } from '../../src/domain/reports/home-queries';
import type { Actor, Role } from '../../src/kernel/actor';
import { after, MINUTE } from '../../src/kernel/duration';
import { addClient } from './busy-day';
import { makeWorld, type Tenant, type World } from './world';

type Promised = { tenant?: Tenant; kind?: PromiseKind; owner?: PromiseOwner };

/** Two clients and a neighbour, in whom things come to need somebody. */
export class HomeStage {
  private constructor(
    readonly world: World,
    readonly other: Tenant,
    readonly neighbour: Tenant,
  ) {}

  static async open(): Promise<HomeStage> {
    const world = await makeWorld();
    const other = await addClient(world, 'Northgate Clinic');
    return new HomeStage(world, other, await world.addTenant('Lighthouse Calls'));
  }

  /** What was left undone is swept away: a day on which nothing needs anybody. */
  async begin(): Promise<void> {
    const { ownerSql } = this.world;
    await ownerSql`update promises set state = 'cancelled', remind_at = null`;
    await ownerSql`update escalations set state = 'resolved', next_step_due_at = null, review_state = 'none'`;
    await ownerSql`update report_requests set state = 'over', remind_at = null`;
    await ownerSql`update calls set ended_at = coalesce(ended_at, app_now()), closed_at = coalesce(closed_at, app_now())`;
    await ownerSql`update messages set state = 'released', due_at = null`;
    await ownerSql`update questions set state = 'dismissed'`;
    await ownerSql`update briefings set state = 'resolved', review = 'none', unapproved_since = null`;
  }

  async linesOf(actor: Actor): Promise<HomeLine[]> {
    return (await getHome(actor)).lines;
  }

  /** "late promise", in the order in which they are shown. */
  async homeOf(role: Role, tenant: Tenant = this.world): Promise<string[]> {
    return HomeStage.short(await this.linesOf(tenant.actors[role]));
  }

  static short(lines: readonly HomeLine[]): string[] {
    return lines.map(({ tier, kind }) => `${tier} ${kind}`);
  }

  async call(tenant: Tenant = this.world): Promise<CallCard> {
    const { operator } = tenant.actors;
    const ring = { from: '+4915112345678', to: tenant.did.number, routeReason: 'overflow' as const };
    const { call } = await ringCall(operator, ring);
    return answerCall(operator, call.id);
  }

  /** Promised in a call that is over, for so many minutes from now. */
  async promised(
    minutes: number,
    { tenant = this.world, kind = 'information', owner = 'service' }: Promised = {},
  ): Promise<PromiseCard> {
    const { id: callId } = await this.call(tenant);
    const dueAt = after(await this.world.readClock(), minutes * MINUTE).toISOString();
    const { operator } = tenant.actors;
    const promise = await createPromise(operator, {
      callId,
      kind,
      owner,
      what: 'when the rest is paid',
      dueAt,
    });
    await recordCallEvent(operator, { callId, type: 'ended' });
    await closeCall(operator, { callId, disposition: 'message_taken' });
    await releaseMessages(tenant.actors.admin, { clientId: tenant.client.id });
    return promise;
  }

  escalate(
    tenant: Tenant = this.world,
    urgency: 'routine' | 'urgent' | 'emergency' = 'urgent',
  ): Promise<EscalationCard> {
    const about = { clientId: tenant.client.id, urgency, summary: 'Salaries were paid twice.' };
    return startEscalation(tenant.actors.operator, about);
  }
}
