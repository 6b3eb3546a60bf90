// The way there and back: a mail that can be answered, and what its answer does.
import { expect } from 'vitest';
import { findMailAnswerer } from '@/db/inbound-gate';
import { database } from '@/db/client';
import { readReplyAddress } from '@/kernel/reply-address';
import { test } from '../support/stage';

test('a mail says how it is answered, and carries the address', async ({ stage }) => {
  await stage.startWorker({ inboundMail: { domain: 'reply.calm.example' } });
  const escalation = await stage.escalate();
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.text).toContain('Or answer this mail: “ack” alone in the first line if you have it');
  const { deliveries } = await stage.read(escalation);
  const address = mail.headers['reply-to'] ?? '';
  const deliveryId = readReplyAddress(address, stage.settings.authSecret, 'reply.calm.example');
  expect(deliveryId).toBe(deliveries[0]?.id);
  // Whoever answers is inside the tenant and the client of that mail.
  expect(await findMailAnswerer(database().sql, deliveryId ?? '')).toMatchObject({
    kind: 'link',
    id: deliveryId,
    organizationId: stage.world.organizationId,
    clientId: stage.world.client.id,
  });
  await stage.settled();
});

test('where no answers are read, a mail offers none', async ({ stage }) => {
  await stage.startWorker();
  await stage.escalate();
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.headers).not.toHaveProperty('reply-to');
  expect(mail.text).not.toContain('answer this mail');
  await stage.settled();
});
