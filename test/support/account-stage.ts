import { engineActor } from '../../src/db/gate';
import type { NoticeMessage } from '../../src/domain/notifications/model';
import type { Subscription } from '../../src/domain/reports/account-content';
import { deliverAccount } from '../../src/domain/reports/deliver-account';
import { setSubscriptionInput } from '../../src/domain/reports/model';
import { setSubscription } from '../../src/domain/reports/set-subscription';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, SECOND } from '../../src/kernel/duration';
import { addClient } from './busy-day';
import { makeWorld, type Tenant, type World } from './world';

export type AccountMail = { address: string; clientId: string | null; message: NoticeMessage };

/** A world of two clients in which accounts come due, without a worker: mails are read from the deliveries. */
export class AccountStage {
  private constructor(
    readonly world: World,
    readonly other: Tenant,
  ) {}

  static async open(): Promise<AccountStage> {
    const world = await makeWorld();
    // A test database's clock moves by three weeks at the most; these days are months apart.
    await world.ownerSql`alter table clock_offset alter column milliseconds type bigint`;
    return new AccountStage(world, await addClient(world, 'Northgate Clinic'));
  }

  get engine(): Actor {
    return engineActor(this.world.organizationId);
  }

  /** Weeks later, at noon, with nobody subscribed. */
  async begin(): Promise<void> {
    await this.world.ownerSql`update digest_subscriptions set removed_at = app_now(), due_at = null`;
    const later = after(await this.world.readClock(), 40 * DAY);
    await this.moveTo(new Date(later.setUTCHours(12, 0, 0, 0)));
  }

  set(actor: Actor, changes: Record<string, unknown> = {}): Promise<Subscription> {
    const evening = { cadence: 'daily', time: '18:00', timeZone: 'Europe/Berlin' };
    return setSubscription(actor, setSubscriptionInput.parse({ ...evening, ...changes }));
  }

  forContact(changes: Record<string, unknown> = {}): Promise<Subscription> {
    return this.set(this.world.actors.admin, { contactId: this.world.contact.id, ...changes });
  }

  async moveTo(at: Date): Promise<void> {
    await this.world.moveClock(at.getTime() - (await this.world.readClock()).getTime());
  }

  /** To half a minute after its next time: then it is given. @returns that time */
  async comeDue({ id }: Subscription): Promise<Date> {
    const [row] = await this.world.ownerSql<{ dueAt: Date }[]>`
      select due_at as "dueAt" from digest_subscriptions where id = ${id}`;
    if (row === undefined) throw new Error('There is no such subscription.');
    if (row.dueAt > (await this.world.readClock())) await this.moveTo(after(row.dueAt, SECOND));
    return after(row.dueAt, -30 * SECOND);
  }

  /** What was written and not looked at yet. */
  async mails(): Promise<AccountMail[]> {
    const rows = await this.world.ownerSql<AccountMail[]>`
      delete from deliveries where cause = 'notice' and message->>'path' like '%/digests/account%'
      returning address, client_id as "clientId", message`;
    return [...rows];
  }

  async give(subscription: Subscription): Promise<AccountMail[]> {
    await this.comeDue(subscription);
    await deliverAccount(this.engine, subscription.id);
    return this.mails();
  }
}
