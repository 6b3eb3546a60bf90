import { expect } from 'vitest';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { resolveEscalation } from '@/domain/escalations/resolve-escalation';
import { setPolicy } from '@/domain/escalations/set-policy';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { DAY, HOUR, MINUTE, SECOND } from '@/kernel/duration';
import type { Moment } from '../../workers/moments';
import { addClient } from '../support/busy-day';
import { startDoomedWorker } from '../support/child-worker';
import { crashKills, isWithoutSweep } from '../support/crash-settings';
import { test, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';
import type { Tenant } from '../support/world';
import { verdictOf, type Wanted } from './verdict';
import { withoutSweep } from './without-sweep';

/*
 * Nothing is lost, and this is how it is known. Escalations of two answering services are begun; workers carry them, and
 * each of them kills itself at a named moment. The mail server is the witness: its own log is compared with what was
 * asked for. A message may arrive twice only where a worker died between the server's acceptance and our record, and
 * then it is marked. The short form of every test run kills a dozen workers; `npm run test:crash` a few hundred.
 */

const moments: { moment: Moment; afterMilliseconds: number }[] = [
  { moment: 'messages claimed', afterMilliseconds: 0 },
  { moment: 'messages queued', afterMilliseconds: 0 },
  { moment: 'steps claimed', afterMilliseconds: 0 },
  { moment: 'before claim', afterMilliseconds: 0 },
  { moment: 'claimed', afterMilliseconds: 0 },
  { moment: 'handing over', afterMilliseconds: 0 },
  { moment: 'handing over', afterMilliseconds: 3 },
  { moment: 'handing over', afterMilliseconds: 12 },
  { moment: 'answered', afterMilliseconds: 0 },
  { moment: 'answered', afterMilliseconds: 2 },
  { moment: 'recorded', afterMilliseconds: 0 },
  { moment: 'before advance', afterMilliseconds: 0 },
  { moment: 'advanced', afterMilliseconds: 0 },
];

/** Longer than a worker takes to start on a busy machine. */
const PATIENCE = 4 * SECOND;
/** Without the sweep: what did not move in so many leases does not move at all. With it, everything moves in the end. */
const MOST_JUMPS = 4;

const CLIENTS = 6;
const BATCH = 12;
/** The lease of an attempt, and a little. */
const PAST_THE_LEASE = 61 * SECOND;
/** So long that the leases of a phase never reach into the next step. */
const STEP = 6 * HOUR;

class Drill {
  readonly wanted: Wanted[] = [];
  readonly kills = new Map<string, number>();
  /** The database's clock against this machine's: what was added to it, and when. */
  private readonly jumps = [{ at: 0, offset: 0 }];
  private turn = 0;
  private count = 0;
  private constructor(
    private readonly stage: Stage,
    private readonly tenants: readonly Tenant[],
  ) {}

  static async open(stage: Stage): Promise<Drill> {
    const other = await stage.world.addTenant('Lakeside Answering');
    const tenants: Tenant[] = [];
    for (const tenant of [stage.world, other]) {
      for (let n = 0; n < CLIENTS; n += 1) {
        const own = await addClient(tenant, `Client ${n}`);
        const steps = [own.contact, own.deputy].map(({ id }, step) => ({
          targets: [{ type: 'contact' as const, id }],
          delaySeconds: (step === 0 ? STEP : DAY) / SECOND,
        }));
        const policy = { steps, cycles: 1, acknowledgementTimeoutSeconds: null };
        await setPolicy(own.actors.admin, { clientId: own.client.id, ...policy });
        tenants.push(own);
      }
    }
    return new Drill(stage, tenants);
  }

  get now(): number {
    return this.databaseTime(Date.now());
  }

  get killed(): number {
    return [...this.kills.values()].reduce((sum, count) => sum + count, 0);
  }

  async jump(milliseconds: number): Promise<void> {
    await this.stage.world.moveClock(milliseconds);
    this.jumps.push({ at: Date.now(), offset: (this.jumps.at(-1)?.offset ?? 0) + milliseconds });
  }

  /** What the database's clock showed when this machine's showed `at`. */
  private databaseTime(at: number): number {
    return at + (this.jumps.findLast((jump) => jump.at <= at)?.offset ?? 0);
  }

  /** Some escalations, spread over tenants and clients; every third is acknowledged once its contact was told. */
  async begin(): Promise<Begun[]> {
    const begun: Begun[] = [];
    for (let n = 0; n < BATCH; n += 1) {
      const tenant = this.tenants[this.count % this.tenants.length] as Tenant;
      this.count += 1;
      const mark = `mark-${this.count}-end`;
      const { id } = await startEscalation(tenant.actors.operator, {
        clientId: tenant.client.id,
        urgency: 'urgent',
        summary: mark,
      });
      begun.push({ id, mark, tenant, isAcknowledged: this.count % 3 === 0 });
      this.want(mark, tenant.contact.methods[0]?.address);
    }
    return begun;
  }

  want(mark: string, address = ''): void {
    this.wanted.push({ mark, address, dueAt: this.now });
  }

  /** Workers that die at the next moments of the list, two at a time, until enough did; then one that lives. */
  start(): { finish(): Promise<void> } {
    const doomed = Promise.all([this.runSlot(), this.runSlot()]);
    const survivor = doomed.then(() => this.stage.startWorker());
    return {
      finish: async () => {
        await doomed;
        await this.settled();
        await (await survivor).stop();
      },
    };
  }

  private async runSlot(): Promise<void> {
    while (this.turn < crashKills) {
      const point = moments[this.turn % moments.length] as (typeof moments)[number];
      const times = 1 + (Math.floor(this.turn / moments.length) % 3);
      this.turn += 1;
      const worker = await startDoomedWorker(this.stage.settings, { ...point, times });
      await worker.ended;
      const name = `${point.moment}${point.afterMilliseconds > 0 ? ' (during)' : ''}`;
      this.kills.set(name, (this.kills.get(name) ?? 0) + 1);
    }
  }

  /** Until nothing is due. Where nothing moves, dead workers hold leases: their time goes by. */
  async settled(): Promise<void> {
    let [seen, seenAt, jumps] = ['', performance.now(), 0];
    await waitFor(
      'everything that is due to be carried',
      async () => {
        const due = await this.countDue();
        if (due === 0) return true;
        const now = `${due} ${this.stage.sink.accepted.length} ${this.killed}`;
        if (now !== seen) [seen, seenAt, jumps] = [now, performance.now(), 0];
        else if (performance.now() - seenAt > PATIENCE) {
          if (isWithoutSweep && jumps === MOST_JUMPS) return true;
          await this.jump(PAST_THE_LEASE);
          [seenAt, jumps] = [performance.now(), jumps + 1];
        }
        return false;
      },
      10 * MINUTE,
    );
  }

  private async countDue(): Promise<number> {
    const [row] = await this.stage.world.ownerSql<{ due: number }[]>`
      select ((select count(*) from deliveries where state in ('pending', 'sending', 'failed_temporary')
                 and next_attempt_at <= app_now())
            + (select count(*) from escalations where next_step_due_at <= app_now()))::int as due`;
    return row?.due ?? 0;
  }

  async verdict() {
    // In doubt is each attempt that another one followed before its end was known, also where its worker was not dead but
    // slow, and came back with the answer later.
    const rows = await this.stage.world.ownerSql<{ key: string; doubts: number }[]>`
      select (d.message->>'summary') || ' → ' || d.address as key,
             (select count(*) from attempts a join attempts b
                on (b.organization_id, b.delivery_id, b.number) = (a.organization_id, a.delivery_id, a.number + 1)
              where (a.organization_id, a.delivery_id) = (d.organization_id, d.id)
                and (a.state = 'unknown' or a.finished_at >= b.started_at))::int as doubts
      from deliveries d where d.is_possibly_duplicated`;
    const witnessed = this.stage.sink.accepted.map(({ to, text, at }) => ({
      mark: /mark-\d+-end/.exec(text)?.[0] ?? 'no mark',
      address: to,
      at: this.databaseTime(at),
    }));
    return verdictOf(this.wanted, witnessed, new Map(rows.map(({ key, doubts }) => [key, doubts])));
  }
}

type Begun = { id: string; mark: string; tenant: Tenant; isAcknowledged: boolean };

test(
  `${crashKills} workers are killed at named moments: nothing is lost, nothing crosses a wall, and every doubt is marked`,
  async ({ stage }) => {
    const drill = await Drill.open(stage);
    if (isWithoutSweep) await withoutSweep(stage.world.database.adminUrl);
    const workers = drill.start();
    do {
      const begun = await drill.begin();
      await drill.settled();
      for (const { id, tenant, isAcknowledged } of begun) {
        if (isAcknowledged)
          await acknowledgeEscalation(tenant.actors.operator, { escalationId: id, via: 'app' });
      }
      await drill.jump(STEP + SECOND);
      for (const { tenant, isAcknowledged, mark } of begun) {
        if (!isAcknowledged) drill.want(mark, tenant.deputy.methods[0]?.address);
      }
      await drill.settled();
      for (const { id, tenant } of begun) await resolveEscalation(tenant.actors.admin, id);
    } while (drill.killed < crashKills);
    await workers.finish();
    const verdict = await drill.verdict();
    console.log(
      [
        `workers killed: ${drill.killed} (${[...drill.kills].map(([name, n]) => `${name} ${n}`).join(', ')})`,
        `messages wanted: ${verdict.wanted}`,
        `lost: ${verdict.lost.length}`,
        `late over 60 s: ${verdict.late} (latest ${verdict.latestSeconds.toFixed(1)} s)`,
        `duplicates outside the ambiguous window: ${verdict.duplicatesOutside.length}`,
        `duplicates inside it, marked: ${verdict.duplicatesInside}`,
        `at another tenant: ${verdict.crossTenant.length}`,
        `not wanted: ${verdict.unwanted.length}`,
      ].join('\n'),
    );
    await stage.sink.expectMails(stage.sink.accepted.length);
    expect(verdict).toMatchObject({ lost: [], duplicatesOutside: [], crossTenant: [], unwanted: [] });
  },
  // A few hundred workers take a second each to start, and several on a machine that does other things; without the sweep
  // every round waits in vain.
  5 * MINUTE + crashKills * (isWithoutSweep ? 40 : 12) * SECOND,
);
