// Notifications on devices: whoever signs in as the contact is woken, by any of their browsers.
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { updateContact } from '@/domain/contacts/update-contact';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { addSubscription } from '@/domain/notifications/add-subscription';
import { listDevices } from '@/domain/notifications/push-queries';
import { removeSubscription } from '@/domain/notifications/remove-subscription';
import { disableMember } from '@/domain/tenancy/disable-member';
import { HOUR, MINUTE } from '@/kernel/duration';
import { PushService, type Device } from '../support/push-service';
import { test, type Stage } from '../support/stage';

let push: PushService;

beforeEach(async () => {
  push = await PushService.start();
});

afterEach(() => push.stop());

const summary = 'Salaries were paid twice. '.repeat(40);

/** The first contact is told on the devices of the client's responsible contact, and by nothing else. */
async function openStage(stage: Stage, settings: Parameters<Stage['startWorker']>[0] = {}) {
  const { actors, contact } = stage.world;
  await updateContact(actors.admin, {
    contactId: contact.id,
    membershipId: actors.responsible_contact.id,
    methods: [{ channel: 'push', address: '' }],
  });
  await stage.startWorker({ vapid: push.vapid, ...settings });
}

const subscribed = async ({ world }: Stage): Promise<Device> => {
  const device = push.newDevice();
  await addSubscription(world.actors.responsible_contact, device.subscription);
  return device;
};

const first = ({ deliveries }: Awaited<ReturnType<Stage['read']>>) => deliveries.at(-1);

/** The deputy is told, and the account managers that somebody could not be. */
async function expectNext({ sink, deputy, accountManager }: Stage): Promise<void> {
  await sink.expectMailTo(deputy);
  await sink.expectMailTo(accountManager);
}

const ended = (stage: Stage, escalation: { id: string }) =>
  stage.until('the notification to have an outcome', escalation, (now) =>
    ['sent', 'failed_permanent', 'failed_temporary'].includes(first(now)?.state ?? ''),
  );

describe('a device', () => {
  test('is woken once, with enough to act and nothing of the caller', async ({ stage }) => {
    await openStage(stage);
    const devices = [await subscribed(stage), await subscribed(stage)];
    const escalation = await stage.escalate(summary);
    expect(first(await ended(stage, escalation))).toMatchObject({
      channel: 'push',
      state: 'sent',
      attempts: 1,
      to: '',
    });
    await stage.settled();
    for (const { messages } of devices) {
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatchObject({
        payload: {
          title: 'Brightwater Payroll: urgent',
          body: expect.stringMatching(/^Salaries were paid twice\. .{200,215}…$/) as string,
          path: `/portal/escalations/${escalation.id}`,
          tag: escalation.id,
        },
        ttl: 4 * 3_600,
        urgency: 'high',
      });
      expect(messages[0]?.bytes).toBeLessThan(3_072);
    }
  });

  test('that its push service no longer knows is asked no more; another one is enough', async ({ stage }) => {
    await openStage(stage);
    const [gone, there] = [await subscribed(stage), await subscribed(stage)];
    gone.reply = { status: 410 };
    expect(first(await ended(stage, await stage.escalate()))).toMatchObject({ state: 'sent' });
    expect(there.messages).toHaveLength(1);
    const devices = await listDevices(stage.world.actors.responsible_contact);
    expect(devices.map(({ endpoint }) => endpoint)).toEqual([there.endpoint]);
  });

  test('that was switched off is left alone', async ({ stage }) => {
    await openStage(stage);
    const [off, on] = [await subscribed(stage), await subscribed(stage)];
    const { responsible_contact: self } = stage.world.actors;
    const device = (await listDevices(self)).find(({ endpoint }) => endpoint === off.endpoint);
    await removeSubscription(self, { subscriptionId: device?.id ?? '' });
    await ended(stage, await stage.escalate());
    expect([off.messages.length, on.messages.length]).toEqual([0, 1]);
  });

  test('that is asked too often is asked again when its service says, under the same topic', async ({
    stage,
  }) => {
    await openStage(stage);
    const device = await subscribed(stage);
    device.reply = { status: 429, retryAfter: '120' };
    const escalation = await stage.escalate();
    const refused = first(await ended(stage, escalation));
    expect(refused).toMatchObject({
      state: 'failed_temporary',
      failure: 'The push service cannot take it now (429).',
    });
    device.reply = { status: 201 };
    await stage.pass(MINUTE);
    await stage.settled();
    expect(device.messages).toEqual([]);
    await stage.pass(2 * MINUTE);
    const sent = await stage.until('the notification', escalation, (now) => first(now)?.state === 'sent');
    expect(first(sent)?.attempts).toBe(2);
    expect(device.messages).toMatchObject([{ topic: first(sent)?.id.replaceAll('-', '') }]);
  });
});

describe('the next step begins at once', () => {
  const nobody = 'No device of Tom Becker takes notifications.';

  test('when no device is left', async ({ stage }) => {
    await openStage(stage);
    const device = await subscribed(stage);
    device.reply = { status: 404 };
    const escalation = await stage.escalate();
    expect(first(await ended(stage, escalation))).toMatchObject({
      state: 'failed_permanent',
      failure: nobody,
    });
    await expectNext(stage);
  });

  test('when whoever signed in may no longer', async ({ stage }) => {
    await openStage(stage);
    const device = await subscribed(stage);
    const { actors } = stage.world;
    await disableMember(actors.admin, actors.responsible_contact.id);
    await stage.escalate();
    await expectNext(stage);
    expect(device.messages).toEqual([]);
  });

  test('when the push service refuses the message', async ({ stage }) => {
    await openStage(stage);
    (await subscribed(stage)).reply = { status: 403 };
    const escalation = await stage.escalate();
    expect(first(await ended(stage, escalation))).toMatchObject({
      state: 'failed_permanent',
      failure: 'The push service refused it (403).',
    });
    await expectNext(stage);
  });

  test('when the address of the push service leads into a private network', async ({ stage }) => {
    await openStage(stage, { privateAddresses: [] });
    const device = await subscribed(stage);
    const escalation = await stage.escalate();
    expect(first(await ended(stage, escalation))).toMatchObject({ state: 'failed_permanent' });
    await expectNext(stage);
    expect(device.messages).toEqual([]);
  });

  test('when notifications are not configured', async ({ stage }) => {
    await openStage(stage, { vapid: undefined });
    await subscribed(stage);
    const escalation = await stage.escalate();
    expect(first(await ended(stage, escalation))).toMatchObject({
      state: 'failed_permanent',
      failure: 'Push is not configured on this installation.',
    });
    await expectNext(stage);
  });
});

test('what is routine may wait for the device to wake up by itself', async ({ stage }) => {
  await openStage(stage);
  const device = await subscribed(stage);
  const { actors, client } = stage.world;
  const input = { clientId: client.id, urgency: 'routine' as const, summary: 'A form is missing.' };
  await ended(stage, await startEscalation(actors.operator, input));
  expect(device.messages).toMatchObject([{ ttl: (24 * HOUR) / 1_000, urgency: 'normal' }]);
});
