import { test as base } from 'vitest';
import type { EscalationCard, Escalation, Policy } from '@/domain/escalations/model';
import { getEscalation } from '@/domain/escalations/queries';
import { setPolicy } from '@/domain/escalations/set-policy';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { setLogLevel } from '@/kernel/log';
import { startWorker, type RunningWorker, type WorkerSettings } from '../../workers/run';
import { startQueue, type TestQueue } from './queue-backend';
import { SmtpSink } from './smtp-sink';
import { waitFor } from './wait-for';
import { makeWorld, moveClock, openGround, type Ground, type World } from './world';

/** Everything an escalation needs to reach a person: a world in a database of its own, a queue, and a mail server. */
export class Stage {
  private readonly workers = new Set<RunningWorker>();

  private constructor(
    readonly ground: Ground,
    readonly world: World,
    readonly queue: TestQueue,
    readonly sink: SmtpSink,
  ) {}

  static async open(): Promise<Stage> {
    setLogLevel(process.env.TEST_LOG_LEVEL ?? 'silent');
    const ground = await openGround();
    const world = await makeWorld({ ground });
    return new Stage(ground, world, await startQueue(ground.database), await SmtpSink.start());
  }

  get settings(): WorkerSettings {
    return {
      databaseUrl: this.ground.database.appUrl,
      redisUrl: this.queue.redisUrl,
      smtpUrl: this.sink.url,
      mailFrom: 'Calmline <calmline@calm.example>',
      publicUrl: 'https://calm.example',
      authSecret: 'a secret of at least thirty-two characters',
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

  moveClock(milliseconds: number): Promise<void> {
    return moveClock(this.ground.owner, milliseconds);
  }

  /** Until nothing is due or in anybody's hands: what was not sent by now is not sent at this time at all. */
  async settled(ms?: number): Promise<void> {
    await waitFor(
      'the engine to have nothing to do',
      async () => {
        const [row] = await this.ground.owner<{ isIdle: boolean }[]>`
          select not exists (select from deliveries where state = 'sending'
                   or (state in ('pending', 'failed_temporary') and next_attempt_at <= app_now()))
             and not exists (select from escalations where next_step_due_at <= app_now()) as "isIdle"`;
        return row?.isIdle;
      },
      ms,
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.stop()));
    await this.queue.stop();
    await this.ground.close();
    await this.sink.stop();
  }
}

/** `test('…', async ({ stage }) => { … })`: a stage for each test; a mail that no test expected fails it at the end. */
export const test = base.extend<{ stage: Stage }>({
  // eslint-disable-next-line no-empty-pattern -- vitest reads from the pattern which fixtures are needed: none
  stage: async ({}, use) => {
    const stage = await Stage.open();
    await use(stage);
    await stage.close();
  },
});
