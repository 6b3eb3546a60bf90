import { eq } from 'drizzle-orm';
import { engineActor } from '../../src/db/gate';
import { readTx } from '../../src/db/transaction';
import { createContact } from '../../src/domain/contacts/create-contact';
import type { Contact } from '../../src/domain/contacts/model';
import type { Escalation } from '../../src/domain/escalations/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { deliveries } from '../../src/domain/notifications/tables';
import { newId } from '../../src/kernel/ids';
import { openCarrier } from '../../workers/channels/carrier';
import type { WorkerSettings } from '../../workers/settings';
import { Carrier } from './carrier';
import type { Taken } from './carrier-api';
import { CarrierCallbacks } from './carrier-callbacks';
import { authSecret, publicUrl, startLanes, type Lanes } from './lanes';
import { makeWorld, type Tenant, type World } from './world';

export type Told = { escalationId: string; deliveryId: string; attemptId: string; taken: Taken };

/** A world whose first contact is reached by telephone, the doors, and the carrier before them. No worker: a test sends itself. */
export class CarrierScene {
  private constructor(
    readonly world: World,
    readonly carrier: Carrier,
    readonly lanes: Lanes,
    readonly phone: CarrierCallbacks,
  ) {}

  static async open(): Promise<CarrierScene> {
    const world = await makeWorld();
    const carrier = await Carrier.start(() => world.readClock());
    const lanes = await startLanes(world, carrier.variables);
    return new CarrierScene(world, carrier, lanes, new CarrierCallbacks(carrier, { lanes, publicUrl }));
  }

  async close(): Promise<void> {
    await this.lanes.stop();
    await this.world.stop();
    await this.carrier.stop();
  }

  /** Tom, who is told first, has this number; then the deputy by e-mail. */
  async reachBy(channel: 'sms' | 'voice', number: string, tenant: Tenant = this.world): Promise<Contact> {
    const contact = await createContact(tenant.actors.admin, {
      clientId: tenant.client.id,
      name: 'Tom Becker',
      title: '',
      methods: [{ channel, address: number }],
    });
    await setPolicy(tenant.actors.admin, {
      clientId: tenant.client.id,
      steps: [contact, tenant.deputy].map(({ id }) => ({
        targets: [{ type: 'contact', id }],
        delaySeconds: 300,
      })),
      cycles: 1,
      acknowledgementTimeoutSeconds: null,
    });
    return contact;
  }

  /** Begins an escalation and hands its first message to the carrier. */
  async escalate(summary = 'Salaries were paid twice.', tenant: Tenant = this.world): Promise<Told> {
    const { id } = await startEscalation(tenant.actors.operator, {
      clientId: tenant.client.id,
      urgency: 'urgent',
      summary,
    });
    const [first] = (await this.read(id, tenant)).deliveries;
    return { escalationId: id, ...(await this.send(first?.id ?? '', tenant)) };
  }

  /** What the worker does with one delivery, when all goes well. */
  async send(deliveryId: string, tenant: Tenant = this.world): Promise<Omit<Told, 'escalationId'>> {
    const { organizationId } = tenant;
    const actor = engineActor(organizationId);
    const [row] = await readTx(actor, (tx) =>
      tx.db.select().from(deliveries).where(eq(deliveries.id, deliveryId)),
    );
    if (row === undefined) throw new Error('There is no such delivery.');
    const { ownerSql } = this.world;
    const attemptId = newId();
    const carried = await ownerSql<{ id: string }[]>`
      select id from deliveries where bundle_id = ${deliveryId} and id <> ${deliveryId}`;
    for (const id of [deliveryId, ...carried.map((one) => one.id)]) {
      await ownerSql`
        insert into attempts (organization_id, id, client_id, delivery_id, number, state, started_at)
        values (${organizationId}, ${id === deliveryId ? attemptId : newId()}, ${row.clientId}, ${id}, 1, 'sent', app_now())`;
      await ownerSql`
        update deliveries set state = 'sent', attempts = 1, next_attempt_at = null, sent_at = app_now() where id = ${id}`;
    }
    const channels = openCarrier(this.settings);
    const outcome = await channels[row.channel === 'voice' ? 'voice' : 'sms'].send({
      ...row,
      attempts: 1,
      attemptId,
      claimedAt: await this.world.readClock(),
      wasInterrupted: false,
      interruptedAt: null,
      companions: [],
      companionCount: carried.length,
      isAcrossClients: false,
      carried: [],
    });
    if (outcome.kind !== 'sent') throw new Error(`Not sent: ${JSON.stringify(outcome)}`);
    const expect = row.channel === 'voice' ? 'expectCall' : 'expectText';
    return { deliveryId, attemptId, taken: await this.carrier[expect](row.address) };
  }

  async read(escalationId: string, tenant: Tenant = this.world): Promise<Escalation> {
    return getEscalation(tenant.actors.admin, escalationId);
  }

  private get settings(): WorkerSettings {
    return {
      databaseUrl: this.world.appUrl,
      mailFrom: 'Calmline <calmline@calm.example>',
      publicUrl,
      authSecret,
      twilio: this.carrier.settings,
      privateAddresses: [],
      limits: { smsPerSecond: 1_000, callsPerSecond: 100 },
      concurrency: 1,
    };
  }
}
