import { test as base } from 'vitest';
import { createClient } from '@/domain/clients/create-client';
import type { Client } from '@/domain/clients/model';
import { createContact } from '@/domain/contacts/create-contact';
import type { Contact, ContactMethodInput } from '@/domain/contacts/model';
import type { EscalationCard, Escalation, Policy } from '@/domain/escalations/model';
import { getEscalation } from '@/domain/escalations/queries';
import { setPolicy } from '@/domain/escalations/set-policy';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { setLogLevel } from '@/kernel/log';
import { startWorker, type RunningWorker } from '../../workers/run';
import type { WorkerSettings } from '../../workers/settings';
import { Carrier } from './carrier';
import type { TestDatabase } from './database';
import { startQueue, type TestQueue } from './queue-backend';
import { SmtpSink } from './smtp-sink';
import { waitFor } from './wait-for';
import { makeWorld, type World } from './world';

/** Everything an escalation needs to reach a person: a world in a database of its own, a queue, and a mail server. */
export class Stage {
  private readonly workers = new Set<RunningWorker>();

  /** Where the policy's three steps go. */
  readonly contact: string;
  readonly deputy: string;
  readonly accountManager: string;

  private constructor(
    readonly world: World,
    readonly queue: TestQueue,
    readonly sink: SmtpSink,
    readonly carrier: Carrier,
  ) {
    this.contact = world.contact.methods[0]?.address ?? '';
    this.deputy = world.deputy.methods[0]?.address ?? '';
    this.accountManager = this.contact.replace(/^.*@/, 'account_manager@');
  }

  static async open(database?: TestDatabase): Promise<Stage> {
    setLogLevel(process.env.TEST_LOG_LEVEL ?? 'silent');
    const world = await makeWorld(database);
    const carrier = await Carrier.start(() => world.readClock());
    return new Stage(world, await startQueue(world.database), await SmtpSink.start(), carrier);
  }

  get settings(): WorkerSettings {
    return {
      databaseUrl: this.world.appUrl,
      redisUrl: this.queue.redisUrl,
      smtpUrl: this.sink.url,
      mailFrom: 'Calmline <calmline@calm.example>',
      publicUrl: 'https://calm.example',
      authSecret: 'a secret of at least thirty-two characters',
      twilio: this.carrier.settings,
      privateAddresses: ['127.0.0.1'],
      limits: { smsPerSecond: 1_000, callsPerSecond: 100 },
      encryptionKey: Buffer.alloc(32),
      concurrency: 20,
    };
  }

  async startWorker(changes: Partial<WorkerSettings> = {}): Promise<RunningWorker> {
    const worker = await startWorker({ ...this.settings, ...changes });
    const running = {
      stop: async () => {
        if (this.workers.delete(running)) await worker.stop();
      },
    };
    this.workers.add(running);
    return running;
  }

  async escalate(summary = 'Salaries were paid twice.'): Promise<EscalationCard> {
    const { actors, client } = this.world;
    return startEscalation(actors.operator, { clientId: client.id, urgency: 'urgent', summary });
  }

  /** Another client of the same answering service. */
  async addClient(name: string): Promise<Client> {
    return createClient(this.world.actors.admin, {
      name,
      timeZone: 'Europe/Berlin',
      accountInfo: '',
      greeting: 'Good day.',
      approvalRule: 'author',
    });
  }

  /** Until so many messages are in this state. */
  async waitForState(state: string, count: number): Promise<void> {
    await waitFor(`${count} to be ${state}`, async () => {
      const rows = await this.world.ownerSql`select from deliveries where state = ${state}`;
      return rows.length === count;
    });
  }

  /** Another contact, who is told first from now on, and after whom nobody is. */
  async reachAlone(name: string, methods: ContactMethodInput[]): Promise<Contact> {
    const { actors, client } = this.world;
    const contact = await createContact(actors.admin, { clientId: client.id, name, methods });
    await this.setPolicy({
      steps: [{ targets: [{ type: 'contact', id: contact.id }], delaySeconds: 3_600 }],
      cycles: 1,
      acknowledgementTimeoutSeconds: null,
    });
    return contact;
  }

  async setPolicy(policy: Policy): Promise<void> {
    await setPolicy(this.world.actors.admin, { clientId: this.world.client.id, ...policy });
  }

  async read(escalation: { id: string }): Promise<Escalation> {
    return getEscalation(this.world.actors.operator, escalation.id);
  }

  /** Until the escalation looks as wanted. */
  async until(
    what: string,
    escalation: { id: string },
    isWanted: (now: Escalation) => boolean,
    ms?: number,
  ): Promise<Escalation> {
    return waitFor(
      what,
      async () => {
        const now = await this.read(escalation);
        return isWanted(now) && now;
      },
      ms,
    );
  }

  /** Until nothing is due or in anybody's hands: what was not sent by now is not sent at this time at all. */
  async settled(ms?: number): Promise<void> {
    await waitFor(
      'the engine to have nothing to do',
      async () => {
        const [row] = await this.world.ownerSql<{ isIdle: boolean }[]>`
          select not exists (select from deliveries where state = 'sending'
                   or (state in ('pending', 'failed_temporary') and next_attempt_at <= app_now()))
             and not exists (select from escalations where next_step_due_at <= app_now())
             and not exists (select from briefings where remind_at <= app_now())
             and not exists (select from incident_packs where due_at <= app_now())
             and not exists (select from digest_subscriptions where due_at <= app_now())
             and not exists (select from promises where remind_at <= app_now())
             and not exists (select from report_requests where remind_at <= app_now())
             and not exists (select from caller_updates where tell_at <= app_now())
             and not exists (select from on_call_schedules where removed_at is null and next_check_at <= app_now())
             and not exists (select from messages where state = 'waiting' and due_at <= app_now()) as "isIdle"`;
        return row?.isIdle;
      },
      ms,
    );
  }

  /** Time goes by while nobody is at work; a clock that jumps under a running attempt ends its lease. */
  async pass(milliseconds: number): Promise<void> {
    await this.settled();
    await this.world.moveClock(milliseconds);
  }

  /** Nobody else writes to a table until it is released. */
  async lockTable(table: string): Promise<{ release(): Promise<void> }> {
    const locker = await this.world.ownerSql.reserve();
    await locker.unsafe(`begin; lock table ${table} in share row exclusive mode`);
    return {
      async release() {
        await locker`commit`;
        locker.release();
      },
    };
  }

  /** Until somebody stands before a locked table. */
  async someoneWaits(table: string): Promise<void> {
    await waitFor(
      `somebody to wait for ${table}`,
      async () =>
        (await this.world.ownerSql`select from pg_locks where relation = ${table}::regclass and not granted`)
          .length > 0,
    );
  }

  /** Until the sweep has claimed everything that is due. */
  async allQueued(): Promise<void> {
    await waitFor('everything to be claimed', async () => {
      const rows = await this.world.ownerSql`
        select from deliveries
        where state = 'pending' and next_attempt_at <= app_now() and claimed_until is null`;
      return rows.length === 0;
    });
  }

  async closeWorkers(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.stop()));
  }

  async close(): Promise<void> {
    await this.closeWorkers();
    await this.queue.stop();
    await this.world.stop();
    await this.sink.stop();
    await this.carrier.stop();
  }
}

/** `test('…', async ({ stage }) => { … })`: a stage for each test; a mail that no test expected fails it at the end. */
export const test = base.extend<{ stage: Stage }>({
  // The empty pattern says which other fixtures are needed: none.
  stage: async ({}, use) => {
    const stage = await Stage.open();
    await use(stage);
    await stage.close();
  },
});
