// One client of its own, and its escalations seen from all sides. The clock is moved; nothing waits.
import { engineActor, linkActor } from '../../src/db/gate';
import { writeTx, type WriteTx } from '../../src/db/transaction';
import { createContact } from '../../src/domain/contacts/create-contact';
import { createContactInput, type Contact } from '../../src/domain/contacts/model';
import { advanceEscalation } from '../../src/domain/escalations/advance-escalation';
import {
  setPolicyInput,
  type Escalation,
  type EscalationCard,
  type Policy,
} from '../../src/domain/escalations/model';
import { getEscalation, lockEscalation } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createSchedule } from '../../src/domain/oncall/create-schedule';
import { createScheduleInput, type Schedule } from '../../src/domain/oncall/model';
import type { DeliveryCard } from '../../src/domain/notifications/model';
import { requireRow } from '../../src/kernel/errors';
import type { Actor } from '../../src/kernel/actor';
import { MINUTE } from '../../src/kernel/duration';
import { addClient } from './busy-day';
import type { Tenant, World } from './world';

type LockedEscalation = NonNullable<Awaited<ReturnType<typeof lockEscalation>>>;
export type Step = Policy['steps'][number];

export const contactStep = ({ id }: { id: string }, changes: Partial<Step> = {}): Step => ({
  targets: [{ type: 'contact', id }],
  delaySeconds: 300,
  ...changes,
});
export const scheduleStep = ({ id }: { id: string }): Step => ({
  targets: [{ type: 'schedule', id }],
  delaySeconds: 300,
});
export const managers: Step = { targets: [{ type: 'account_manager' }], delaySeconds: 600 };

/** "1.2 Eva": in the order in which they were enqueued. */
export const told = ({ deliveries }: Escalation) =>
  deliveries.toReversed().map(({ cycle, step, recipientName }) => `${cycle}.${step} ${recipientName}`);
export const types = ({ timeline }: Escalation) => timeline.map(({ type }) => type);
export const lines = ({ timeline }: Escalation) => timeline.map(({ words }) => words);

export class EscalationRoom {
  private constructor(
    readonly world: World,
    readonly place: Tenant,
  ) {}

  static async open(world: World, name = 'Northgate'): Promise<EscalationRoom> {
    const room = new EscalationRoom(world, await addClient(world, name));
    await room.setPolicy([contactStep(room.place.contact), contactStep(room.place.deputy), managers]);
    return room;
  }

  get clientId(): string {
    return this.place.client.id;
  }

  setPolicy(steps: Step[], changes: object = {}): Promise<Policy> {
    const input = setPolicyInput.parse({ clientId: this.clientId, steps, ...changes });
    return setPolicy(this.place.actors.admin, input);
  }

  addContact(name: string, changes: object = {}): Promise<Contact> {
    const methods = [
      { channel: 'email', address: `${name.toLowerCase().replaceAll(' ', '.')}@room.example` },
    ];
    const input = { clientId: this.clientId, name, methods, ...changes };
    return createContact(this.place.actors.admin, createContactInput.parse(input));
  }

  /** A schedule on which each of them is on call around the clock. */
  addSchedule(contacts: readonly { id: string }[], name = 'Weekend duty'): Promise<Schedule> {
    const rotations = contacts.map(({ id }) => ({
      name: 'Duty',
      unit: 'week',
      startsAt: '2020-01-06T08:00',
      contactIds: [id],
    }));
    const input = createScheduleInput.parse({ clientId: this.clientId, name, rotations });
    return createSchedule(this.place.actors.admin, input);
  }

  start(changes: object = {}): Promise<EscalationCard> {
    const summary = 'The money is missing.';
    const input = { clientId: this.clientId, urgency: 'urgent' as const, summary, ...changes };
    return startEscalation(this.place.actors.operator, input);
  }

  read({ id }: { id: string }): Promise<Escalation> {
    return getEscalation(this.place.actors.admin, id);
  }

  /** What a worker does with it when it is due. */
  advance({ id }: { id: string }): Promise<void> {
    return advanceEscalation(engineActor(this.place.organizationId), id);
  }

  /** Every message that is due reaches its provider; then time goes by, and a worker looks. */
  async pass(minutes: number, escalation: { id: string }): Promise<Escalation> {
    await this.world.ownerSql`
      update deliveries set state = 'sent', sent_at = app_now(), next_attempt_at = null, waits_for = null
      where cause_id = ${escalation.id} and state = 'pending' and next_attempt_at <= app_now()`;
    await this.world.moveClock(minutes * MINUTE);
    await this.advance(escalation);
    return this.read(escalation);
  }

  /** A write of the engine's, about one escalation that it holds. */
  engineWrite<Result>(
    { id }: { id: string },
    write: (tx: WriteTx, escalation: LockedEscalation) => Promise<Result>,
  ): Promise<Result> {
    return writeTx(engineActor(this.place.organizationId), async (tx) => {
      tx.authorize(true);
      tx.noteUnrecorded();
      return write(tx, requireRow(await lockEscalation(tx, id)));
    });
  }

  /** The person who opens the link of a message. */
  linkOf(delivery: Pick<DeliveryCard, 'id' | 'recipientName'> | undefined): Actor {
    return linkActor({
      organizationId: this.place.organizationId,
      clientId: this.clientId,
      deliveryId: delivery?.id ?? '',
      name: delivery?.recipientName ?? '',
    });
  }

  async linkTo(name: string, escalation: { id: string }): Promise<Actor> {
    const { deliveries } = await this.read(escalation);
    return this.linkOf(deliveries.find(({ recipientName }) => recipientName === name));
  }

  /** What is enqueued in this organization about this client that is no escalation. */
  async notices(): Promise<{ to: string; subject: string }[]> {
    return this.world.ownerSql<{ to: string; subject: string }[]>`
      select recipient_name as "to", message->>'subject' as subject from deliveries
      where client_id = ${this.clientId} and cause = 'notice' order by id`;
  }
}
