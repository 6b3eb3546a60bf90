// The account of a day, from the sweep to the mail box.
import { expect } from 'vitest';
import { setSubscriptionInput } from '@/domain/reports/model';
import { setSubscription } from '@/domain/reports/set-subscription';
import { DAY, HOUR, MINUTE, SECOND } from '@/kernel/duration';
import { refuse } from '../support/smtp-sink';
import { test, type Stage } from '../support/stage';
import { closedCall } from '../support/told-client';

/** For the first contact, every day at a wall time some minutes from now. */
async function accountSoon({ world }: Stage): Promise<void> {
  const at = new Date((await world.readClock()).getTime() + 10 * MINUTE);
  const clock = { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' } as const;
  const time = new Intl.DateTimeFormat('en-GB', clock).format(at);
  const input = { contactId: world.contact.id, cadence: 'daily', time, timeZone: 'Europe/Berlin' };
  await setSubscription(world.actors.admin, setSubscriptionInput.parse(input));
}

test('two workers send one, at its time, once a day; a mail server that refuses for a moment gets it again', async ({
  stage,
}) => {
  await accountSoon(stage);
  await closedCall(stage.world);
  stage.sink.answer(stage.contact, refuse(451, 'Come back later'));
  await Promise.all([stage.startWorker(), stage.startWorker()]);
  await stage.pass(9 * MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(2 * MINUTE);
  await stage.settled();
  await stage.pass(21 * SECOND);
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.subject).toMatch(/^\[Calmline\] The day to .* for Brightwater Payroll: 1 call, 0 open$/);
  expect(mail.text).toContain('https://calm.example/portal/digests/account?from=');
  expect(mail.text).not.toMatch(/Jonas|Weber|\+49|paid half/);
  await stage.settled();
  await stage.pass(DAY);
  await stage.settled();
});

test('a worker that was away for three days and lost its queue sends one mail of all of it', async ({
  stage,
}) => {
  const { world } = stage;
  await accountSoon(stage);
  for (let day = 0; day < 3; day += 1) {
    await closedCall(world);
    await world.moveClock(DAY);
  }
  await world.moveClock(2 * HOUR);
  await stage.queue.empty();
  await stage.startWorker();
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.subject).toMatch(/^\[Calmline\] The 4 days to .*: 3 calls, 0 open$/);
  expect(mail.text).toMatch(/This account comes late by 1 h/);
  await stage.settled();
});
