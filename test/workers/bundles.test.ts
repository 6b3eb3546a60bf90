// What waits for one person at one address travels in one message, and one word answers all of it.
import { expect } from 'vitest';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { getLinkedEscalations } from '@/domain/escalations/link-queries';
import type { EscalationCard } from '@/domain/escalations/model';
import { linkActor } from '@/db/gate';
import { readClock } from '@/db/clock';
import { verifyAcknowledgeLink } from '@/kernel/acknowledge-link';
import { SECOND } from '@/kernel/duration';
import { deliverBy } from '../../workers/deliver';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import type { Mail } from '../support/smtp-sink';
import { drop, refuse } from '../support/smtp-sink';
import { test, type Stage } from '../support/stage';

const MANY = 300;

test('300 escalations to one contact are few messages, each is accounted for, and one link answers all', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  const address = `'${stage.contact}'`;
  await enterEscalations(world.ownerSql, place, { count: MANY, mark: 'flood', address });
  await stage.startWorker();
  await stage.settled(30 * SECOND);
  const mails = sink.takeAll();
  expect(mails.length).toBeLessThanOrEqual(5);
  const rows = await world.ownerSql<{ state: string; envelopes: number; count: number }[]>`
    select state, count(distinct coalesce(bundle_id, id))::int as envelopes, count(*)::int from deliveries group by state`;
  expect(rows).toEqual([{ state: 'sent', envelopes: mails.length, count: MANY }]);

  const largest = mails.toSorted((a, b) => b.text.length - a.text.length)[0];
  const others = MANY - mails.length;
  expect(largest?.subject).toContain(`and ${others} others, please acknowledge`);
  expect(largest?.text).toContain(`Acknowledge all ${others + 1}`);
  expect(largest?.text.match(/flood \d+/g)?.length).toBeGreaterThanOrEqual(100);
  const lines = await world.ownerSql`
    select count(*)::int from escalation_events
    where type = 'sent' and words like ${`Sent to Somebody % by e-mail, together with ${others} others`}`;
  expect(lines).toEqual([{ count: others + 1 }]);

  for (const mail of mails) await answer(stage, mail);
  const states = await world.ownerSql`select state, count(*)::int from escalations group by state`;
  expect(states).toEqual([{ state: 'acknowledged', count: MANY }]);
});

test('two go alone, three together', async ({ stage }) => {
  await stage.escalate('One');
  await stage.escalate('Two');
  await stage.startWorker();
  await stage.sink.expectMails(2);
  await stage.settled();
  await stage.closeWorkers();
  for (const summary of ['Three', 'Four', 'Five']) await stage.escalate(summary);
  await stage.startWorker();
  const mail = await stage.sink.expectMailTo(stage.contact);
  for (const summary of ['Three', 'Four', 'Five']) expect(mail.text).toContain(summary);
  await stage.settled();
});

test('what was acknowledged meanwhile is left out of the message', async ({ stage }) => {
  const [first, ...others] = await escalate(stage, 4);
  await acknowledgeEscalation(stage.world.actors.operator, { escalationId: first?.id ?? '', via: 'app' });
  await stage.startWorker();
  const mail = await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  expect(mail.subject).toContain('and 2 others');
  expect(mail.text).not.toContain('Matter 1');
  for (const escalation of others) {
    expect((await stage.read(escalation)).deliveries).toMatchObject([{ state: 'sent', isBundled: true }]);
  }
});

test('a message that is refused fails for all it carries, and all of it goes again', async ({ stage }) => {
  const all = await escalate(stage, 3);
  stage.sink.answer(stage.contact, refuse(451, 'greylisted'));
  await stage.startWorker();
  for (const escalation of all) {
    const failed = await stage.until(
      'a refusal',
      escalation,
      ({ deliveries }) => deliveries[0]?.failure !== null,
    );
    expect(failed.deliveries).toMatchObject([{ state: 'failed_temporary', attempts: 1 }]);
    expect(failed.timeline.at(-1)?.words).toContain('It will be tried again.');
  }
  await stage.pass(61 * SECOND);
  const mail = await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  for (const [n, escalation] of all.entries()) {
    expect(mail.text).toContain(`Matter ${n + 1}`);
    const { deliveries } = await stage.read(escalation);
    expect(deliveries).toMatchObject([{ state: 'sent', attempts: 2, isPossiblyDuplicated: false }]);
  }
});

test('refused for good, each escalation goes to its next step at once', async ({ stage }) => {
  const all = await escalate(stage, 3);
  stage.sink.answer(stage.contact, refuse(550, 'no such user'));
  await stage.startWorker();
  for (const escalation of all) await stage.until('the next step', escalation, ({ step }) => step === 2);
  const mail = await stage.sink.expectMailTo(stage.deputy);
  expect(mail.subject).toContain('and 2 others');
  await stage.settled();
  // A word to the account managers of each step that was lost.
  stage.sink.takeAll();
});

test('a message that may have arrived is sent again whole, under the same id, and all of it is marked', async ({
  stage,
}) => {
  const all = await escalate(stage, 3);
  stage.sink.answer(stage.contact, drop);
  await stage.startWorker();
  for (const escalation of all) {
    await stage.until(
      'the break',
      escalation,
      ({ deliveries }) => deliveries[0]?.state === 'failed_temporary',
    );
  }
  const [carrier] = await stage.world.ownerSql<{ id: string }[]>`
    select bundle_id as id from deliveries group by bundle_id`;
  await stage.pass(61 * SECOND);
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.messageId).toBe(`<${carrier?.id}@calm.example>`);
  await stage.settled();
  for (const escalation of all) {
    const { deliveries } = await stage.read(escalation);
    expect(deliveries).toMatchObject([{ state: 'sent', isPossiblyDuplicated: true }]);
  }
});

test('a message lost with its worker goes again as it was; its provider is asked first', async ({
  stage,
}) => {
  const { world } = stage;
  await escalate(stage, 3);
  const rows = await world.ownerSql<{ id: string }[]>`select id from deliveries order by id`;
  const turns = rows.map(({ id }) => ({ id, organizationId: world.organizationId }));
  // The worker dies with the message in its hands: it never comes back.
  const lost = deliverBy({ send: () => new Promise(() => undefined) }, stage.settings.limits);
  for (const turn of turns) void lost(turn);
  await stage.waitForState('sending', 3);
  await world.moveClock(61 * SECOND);

  const asked: string[] = [];
  const found = deliverBy(
    {
      send: () => Promise.reject(new Error('It was sent a second time.')),
      find: ({ id, companionCount, interruptedAt }) => {
        asked.push(`${id} and ${companionCount}, since ${interruptedAt === null ? '?' : 'then'}`);
        return Promise.resolve({ kind: 'found', providerId: 'kept' });
      },
    },
    stage.settings.limits,
  );
  await Promise.all(turns.toReversed().map((turn) => found(turn)));
  expect(asked).toEqual([`${turns[0]?.id} and 2, since then`]);
  const settled = await world.ownerSql`
    select d.state, d.is_possibly_duplicated as doubt, array_agg(a.state order by a.number) as attempts
    from deliveries d join attempts a on a.delivery_id = d.id group by d.id, d.state, d.is_possibly_duplicated`;
  expect([...settled]).toEqual(
    Array.from({ length: 3 }, () => ({ state: 'sent', doubt: false, attempts: ['sent', 'sent'] })),
  );
});

test('an account manager has one mail for many clients, and its link answers all of them', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const { ownerSql, organizationId, actors } = world;
  const place = { organizationId, clientId: world.client.id };
  await enterEscalations(ownerSql, place, { count: 2, mark: 'one', address: `'${stage.accountManager}'` });
  const second = await stage.addClient('Second Bakery');
  const other = { organizationId, clientId: second.id };
  await enterEscalations(ownerSql, other, { count: 2, mark: 'two', address: `'${stage.accountManager}'` });
  await ownerSql`update deliveries set method_id = ${actors.account_manager.id}, recipient_id = ${actors.account_manager.id}`;
  await stage.startWorker();
  const mail = await sink.expectMailTo(stage.accountManager);
  expect(mail.subject).toContain('and 3 others');
  await stage.settled();
  await answer(stage, mail);
  const states = await ownerSql`select state, count(*)::int from escalations group by state`;
  expect(states).toEqual([{ state: 'acknowledged', count: 4 }]);
});

test('two clients that share an address share no message', async ({ stage }) => {
  const { sink, world } = stage;
  const second = await stage.addClient('Second Bakery');
  for (const clientId of [world.client.id, second.id]) {
    const place = { organizationId: world.organizationId, clientId };
    await enterEscalations(world.ownerSql, place, {
      count: 3,
      mark: clientId,
      address: `'shared@many.example'`,
    });
  }
  await stage.startWorker();
  const mails = await sink.expectMails(2);
  await stage.settled();
  for (const mail of mails) expect(mail.subject).toContain('and 2 others');
});

async function escalate(stage: Stage, count: number): Promise<EscalationCard[]> {
  const all: EscalationCard[] = [];
  for (let n = 1; n <= count; n += 1) all.push(await stage.escalate(`Matter ${n}`));
  return all;
}

/** Opens the link of a mail and presses the button there. */
async function answer(stage: Stage, mail: Mail): Promise<void> {
  const token = mail.link?.split('/ack/')[1] ?? '';
  const link = await verifyAcknowledgeLink(token, stage.settings.authSecret, await readClock());
  if (link.kind !== 'valid') throw new Error(`The link is ${link.kind}.`);
  const actor = linkActor({ ...link.claims, name: 'Tom Becker' });
  for (const { escalation } of await getLinkedEscalations(actor)) {
    await acknowledgeEscalation(actor, { escalationId: escalation.id, via: 'link' });
  }
}
