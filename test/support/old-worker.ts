import { createTransport } from 'nodemailer';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { nextStep } from '@/domain/escalations/next-step';
import { newId } from '@/kernel/ids';
import { chooseBackend, type JobQueue, type QueueBackend, type Turn } from '../../workers/connection';
import { toTurn } from '../../workers/queues';
import type { Stage } from './stage';

/*
 * A worker of the release before this engine (commit 74d0c15), as far as the database, the queue and a mail server can
 * tell: its statements with its columns, its leases, and its queues by the names of then. It knows e-mail, contacts and
 * account managers. Every other channel fails for good in its hands, and every other target is an account manager to it.
 */

type Claim = { organization_id: string; id: string; turn: string | number };
type Delivery = {
  id: string;
  client_id: string | null;
  cause_id: string;
  cause: 'escalation' | 'notice';
  recipient_name: string;
  channel: string;
  address: string;
  state: string;
  attempts: number;
  is_possibly_duplicated: boolean;
  attempt_id: string;
};
type Target = { type: string; id?: string };
type Escalation = {
  id: string;
  client_id: string;
  state: string;
  cycle: number;
  step: number;
  summary: string;
  policy: { steps: { targets: Target[]; delaySeconds: number }[]; cycles: number };
};
type Recipient = { id: string; name: string; channel: string; address: string };
type Outcome = { state: 'sent' | 'failed_temporary' | 'failed_permanent'; words: string | null };

const WAITS = [20, 60, 180, 300, 600, 900];

export class OldWorker {
  /** The deliveries that it took in hand, in that order. */
  readonly taken: string[] = [];
  private readonly ends: (() => Promise<unknown>)[] = [];

  private constructor(
    private readonly sql: Sql,
    private readonly smtpUrl: string,
    private readonly queues: { deliver: JobQueue; advance: JobQueue },
  ) {}

  /** Works what is in its queues. It sweeps when it is rung for, and once at first. */
  static async start({ settings }: Stage): Promise<OldWorker> {
    const backend = chooseBackend(settings);
    const sql = postgres(settings.databaseUrl, { max: 10 });
    const [deliver, advance] = await Promise.all(
      ['deliver', 'advance'].map((name) => backend.openQueue(name)),
    );
    if (deliver === undefined || advance === undefined) throw new Error('Its queues are missing.');
    const worker = new OldWorker(sql, settings.smtpUrl ?? '', { deliver, advance });
    await worker.work(backend);
    return worker;
  }

  private async work(backend: QueueBackend): Promise<void> {
    const workers = await Promise.all([
      backend.startWorker('deliver', (turn) => this.deliver(turn), 20),
      backend.startWorker('advance', (turn) => this.advance(turn), 5),
    ]);
    let sweeping: Promise<unknown> = Promise.resolve();
    await this.sql.listen('engine', () => {
      sweeping = sweeping.then(() => this.sweep());
    });
    this.ends.push(() => sweeping, ...workers.map((worker) => () => worker.close()));
    this.ends.push(
      () => this.queues.deliver.close(),
      () => this.queues.advance.close(),
    );
    this.ends.push(
      () => backend.close(),
      () => this.sql.end({ timeout: 1 }),
    );
    await this.sweep();
  }

  async stop(): Promise<void> {
    for (const end of this.ends.splice(0)) await end();
  }

  /** @returns the ids of what it queued */
  async sweep(): Promise<string[]> {
    const { sql, queues } = this;
    const deliveries = await sql<Claim[]>`
      select organization_id, id, attempts as turn
      from gate.claim_due_deliveries(${200}, make_interval(secs => ${20}))`;
    const escalations = await sql<Claim[]>`
      select * from gate.claim_due_escalations(${200}, make_interval(secs => ${20}))`;
    const turnOf = ({ organization_id: organizationId, id, turn }: Claim) =>
      toTurn({ organizationId, id, turn: String(turn) });
    if (deliveries.length > 0) await queues.deliver.addBulk(deliveries.map(turnOf));
    if (escalations.length > 0) await queues.advance.addBulk(escalations.map(turnOf));
    return [...deliveries, ...escalations].map(({ id }) => id);
  }

  private inTenant<T>({ organizationId }: Turn, work: (tx: TransactionSql) => Promise<T>): Promise<unknown> {
    return this.sql.begin(async (tx) => {
      await tx`select set_config('app.organization_id', ${organizationId}, true), set_config('app.client_id', '', true)`;
      return work(tx);
    });
  }

  private async deliver(turn: Turn): Promise<void> {
    const claimed = await this.claim(turn);
    if (claimed === null) return;
    const outcome = await this.send(claimed);
    await this.inTenant(turn, (tx) => this.record(tx, turn, claimed, outcome));
  }

  /** What its claimDelivery did. */
  async claim(turn: Turn): Promise<Delivery | null> {
    const claimed = (await this.inTenant(turn, async (tx) => {
      const [due] = await tx<(Delivery & { is_in_hand: boolean })[]>`
        select id, client_id, cause_id, cause, recipient_name, channel, address, state, attempts, is_possibly_duplicated,
          coalesce(sending_until > app_now(), false) as is_in_hand
        from deliveries
        where organization_id = ${turn.organizationId} and id = ${turn.id} and next_attempt_at <= app_now()
        for update skip locked`;
      if (due === undefined || (due.state === 'sending' && due.is_in_hand)) return null;
      if (due.state === 'sending')
        await tx`
          update attempts set state = 'unknown', finished_at = app_now(), failure = 'The worker stopped before it knew the outcome.'
          where organization_id = ${turn.organizationId} and delivery_id = ${due.id} and state = 'sending'`;
      const doubt =
        await tx`select from attempts where delivery_id = ${due.id} and state = 'unknown' limit 1`;
      const attempt = { id: newId(), number: due.attempts + 1 };
      await tx`
        update deliveries set state = 'sending', attempts = ${attempt.number}, sending_until = app_now() + interval '60 seconds',
          is_possibly_duplicated = ${due.is_possibly_duplicated || doubt.length > 0}
        where organization_id = ${turn.organizationId} and id = ${due.id}`;
      await tx`
        insert into attempts (organization_id, id, client_id, delivery_id, number, state, started_at)
        values (${turn.organizationId}, ${attempt.id}, ${due.client_id}, ${due.id}, ${attempt.number}, 'sending', app_now())`;
      return { ...due, attempts: attempt.number, attempt_id: attempt.id };
    })) as Delivery | null;
    if (claimed !== null) this.taken.push(claimed.id);
    return claimed;
  }

  private async send({ id, channel, address, recipient_name }: Delivery): Promise<Outcome> {
    if (channel !== 'email')
      return { state: 'failed_permanent', words: `${channel} is not configured on this installation.` };
    const transport = createTransport({ url: this.smtpUrl });
    try {
      await transport.sendMail({
        from: 'Calmline <calmline@calm.example>',
        to: { name: recipient_name, address },
        subject: 'An escalation',
        text: 'By the release before.',
        html: '<p>By the release before.</p>',
        messageId: `<${id}@calm.example>`,
      });
      return { state: 'sent', words: null };
    } catch (error) {
      const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
      return {
        state: code >= 500 ? 'failed_permanent' : 'failed_temporary',
        words: `The mail server answered: ${code}`,
      };
    } finally {
      transport.close();
    }
  }

  /** What its recordAttemptOutcome and recordNoticeOutcome did. */
  private async record(
    tx: TransactionSql,
    turn: Turn,
    claimed: Delivery,
    { state, words }: Outcome,
  ): Promise<void> {
    const escalation = claimed.cause === 'escalation' ? await this.lock(tx, claimed.cause_id) : undefined;
    await tx`
      update attempts set state = ${state}, finished_at = app_now(), failure = ${words}, provider_id = null
      where organization_id = ${turn.organizationId} and id = ${claimed.attempt_id}`;
    const wait = state === 'failed_temporary' ? (WAITS[claimed.attempts - 1] ?? null) : null;
    const changed = await tx`
      update deliveries set state = ${state}, failure = ${words}, claimed_until = null, sending_until = null,
        next_attempt_at = app_now() + make_interval(secs => ${wait}::int),
        sent_at = case when ${state === 'sent'} then app_now() end
      where organization_id = ${turn.organizationId} and id = ${claimed.id} and state = 'sending' and attempts = ${claimed.attempts}
      returning cycle, step`;
    if (changed.length === 0 || escalation === undefined) return;
    await this.tell(
      tx,
      turn,
      escalation,
      state === 'sent' ? 'sent' : 'failed',
      `To ${claimed.recipient_name}: ${state}`,
    );
    const isPresent = changed[0]?.cycle === escalation.cycle && changed[0]?.step === escalation.step;
    if (state === 'failed_permanent' && escalation.state === 'open' && isPresent)
      await this.begin(tx, turn, escalation);
  }

  /** What its advanceEscalation did with an open one. */
  private async advance(turn: Turn): Promise<void> {
    await this.inTenant(turn, async (tx) => {
      const escalation = await this.lock(tx, turn.id);
      const due = await tx`select from escalations where id = ${turn.id} and next_step_due_at <= app_now()`;
      if (escalation?.state === 'open' && due.length > 0) await this.begin(tx, turn, escalation);
    });
  }

  private async lock(tx: TransactionSql, id: string): Promise<Escalation | undefined> {
    const [row] = await tx<Escalation[]>`
      select id, client_id, state, cycle, step, summary, policy from escalations where id = ${id} for update`;
    return row;
  }

  /** What its beginNextStep did, but for steps without anybody in them. */
  private async begin(tx: TransactionSql, turn: Turn, escalation: Escalation): Promise<void> {
    const { organizationId } = turn;
    const place = nextStep(escalation.policy as Parameters<typeof nextStep>[0], escalation);
    const step = escalation.policy.steps[(place?.step ?? 0) - 1];
    const at = place ?? { cycle: escalation.cycle, step: escalation.policy.steps.length + 1 };
    const message = tx.json({
      organizationName: 'Harbor Answering',
      organizationPhone: null,
      clientName: 'Brightwater Payroll',
      timeZone: 'Europe/Berlin',
      urgency: 'urgent',
      summary: escalation.summary,
      startedAt: '2026-01-01T00:00:00.000Z',
    });
    for (const to of await this.recipients(tx, step?.targets ?? [{ type: 'account_manager' }])) {
      await tx`
        insert into deliveries (organization_id, id, client_id, cause, cause_id, cycle, step, method_id, recipient_name,
          channel, address, message, state, attempts, next_attempt_at, created_at)
        values (${organizationId}, ${newId()}, ${escalation.client_id}, 'escalation', ${escalation.id}, ${at.cycle}, ${at.step},
          ${to.id}, ${to.name}, ${to.channel}, ${to.address}, ${message}, 'pending', 0, app_now(), app_now())
        on conflict do nothing`;
    }
    await tx`
      update escalations set state = ${place === null ? 'unanswered' : 'open'}, cycle = ${(place ?? escalation).cycle},
        step = ${(place ?? escalation).step}, claimed_until = null,
        next_step_due_at = app_now() + make_interval(secs => ${step?.delaySeconds ?? null}::int)
      where organization_id = ${organizationId} and id = ${escalation.id}`;
    await this.tell(tx, turn, escalation, place === null ? 'unanswered' : 'step_begun', `Step ${at.step}`);
    await tx`select pg_notify('engine', '')`;
  }

  private async recipients(tx: TransactionSql, targets: Target[]): Promise<Recipient[]> {
    const ids = targets.flatMap(({ type, id }) => (type === 'contact' && id !== undefined ? [id] : []));
    const contacts = await tx<Recipient[]>`
      select distinct on (c.id) m.id, c.name, m.channel, m.address
      from contacts c join contact_methods m on m.contact_id = c.id and m.removed_at is null
      where c.id = any(${ids}) and c.removed_at is null order by c.id, m.channel <> 'email', m.position`;
    if (ids.length === targets.length) return contacts;
    const managers = await tx<Recipient[]>`
      select id, name, 'email' as channel, email as address from memberships
      where role = 'account_manager' and disabled_at is null order by created_at, id limit 10`;
    return [...contacts, ...managers];
  }

  private async tell(
    tx: TransactionSql,
    { organizationId }: Turn,
    on: Escalation,
    type: string,
    words: string,
  ) {
    await tx`
      insert into escalation_events (organization_id, id, client_id, escalation_id, at, type, words, by_name)
      values (${organizationId}, ${newId()}, ${on.client_id}, ${on.id}, app_now(), ${type}, ${words}, null)`;
  }
}
