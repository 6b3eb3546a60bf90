// Messages in the product: there as soon as they are written down, read by one person, followed by everybody else.
import { expect } from 'vitest';
import { updateContact } from '@/domain/contacts/update-contact';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import { markInboxRead } from '@/domain/escalations/mark-inbox-read';
import { readMissedEvents } from '@/domain/live/queries';
import { countUnread, listInbox } from '@/domain/notifications/inbox-queries';
import { sendCode } from '@/domain/notifications/send-code';
import { verifyMethod } from '@/domain/contacts/verify-method';
import { disableMember } from '@/domain/tenancy/disable-member';
import type { Role } from '@/kernel/actor';
import { test, type Stage } from '../support/stage';

/** The first contact is told in the product; the client's responsible contact signs in as them. */
async function openStage(stage: Stage): Promise<void> {
  const { actors, contact } = stage.world;
  await updateContact(actors.admin, {
    contactId: contact.id,
    membershipId: actors.responsible_contact.id,
    methods: [{ channel: 'app', address: '' }],
  });
  await stage.startWorker();
}

const inboxOf = async ({ world }: Stage, role: Role = 'responsible_contact') =>
  (await listInbox(world.actors[role], { limit: 20 })).items;
const unreadOf = ({ world }: Stage, role: Role = 'responsible_contact') => countUnread(world.actors[role]);

const sent = (stage: Stage, escalation: { id: string }) =>
  stage.until('the message', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');

test('a message in the product is its reader’s alone, and open screens hear of it', async ({ stage }) => {
  await openStage(stage);
  const [before] = await stage.world.ownerSql<{ horizon: string }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`;
  const escalation = await stage.escalate();
  await sent(stage, escalation);
  expect(await inboxOf(stage)).toMatchObject([
    {
      escalationId: escalation.id,
      clientName: 'Brightwater Payroll',
      urgency: 'urgent',
      summary: 'Salaries were paid twice.',
      path: `/portal/escalations/${escalation.id}`,
      isOver: false,
      readAt: null,
    },
  ]);
  expect(await unreadOf(stage)).toBe(1);
  for (const role of ['client_admin', 'author', 'operator', 'account_manager'] as const) {
    expect(await inboxOf(stage, role), role).toEqual([]);
    expect(await unreadOf(stage, role), role).toBe(0);
  }
  const { responsible_contact: reader } = stage.world.actors;
  const events = (await readMissedEvents(reader, before?.horizon ?? '')) ?? [];
  expect(events.map(({ type }) => type)).toContain('inbox.changed');
});

test('read is one thing and acknowledged another; both are seen by whoever follows', async ({ stage }) => {
  await openStage(stage);
  const escalation = await stage.escalate();
  await sent(stage, escalation);
  const { responsible_contact: reader, client_admin: colleague } = stage.world.actors;
  const [item] = await inboxOf(stage);
  const deliveryId = item?.id ?? '';
  await expect(markInboxRead(colleague, { deliveryId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await markInboxRead(reader, { deliveryId });
  await markInboxRead(reader, { deliveryId });
  const read = await stage.read(escalation);
  expect(read.state).toBe('open');
  expect(read.deliveries[0]?.readAt).toBeInstanceOf(Date);
  expect(read.timeline.filter(({ type }) => type === 'read').map(({ words }) => words)).toEqual([
    'The responsible contact read it in Calmline.',
  ]);
  expect(await unreadOf(stage)).toBe(0);
  await acknowledgeEscalation(reader, { escalationId: escalation.id, via: 'app' });
  expect(await inboxOf(stage)).toMatchObject([{ isOver: true, readAt: expect.any(Date) as Date }]);
});

test('all of them are read at once, page by page they are each there once', async ({ stage }) => {
  await openStage(stage);
  const started = [await stage.escalate('One'), await stage.escalate('Two'), await stage.escalate('Three')];
  for (const escalation of started) await sent(stage, escalation);
  const { responsible_contact: reader } = stage.world.actors;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listInbox(reader, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map(({ summary }) => summary));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(['Three', 'Two', 'One']);
  await markInboxRead(reader, {});
  expect(await unreadOf(stage)).toBe(0);
});

test('where nobody signs in as the contact nothing counts as sent, and the next one is told', async ({
  stage,
}) => {
  await openStage(stage);
  const { actors } = stage.world;
  await disableMember(actors.admin, actors.responsible_contact.id);
  await stage.escalate();
  await stage.sink.expectMailTo(stage.deputy);
  await stage.sink.expectMailTo(stage.accountManager);
  expect(await inboxOf(stage)).toEqual([]);
});

test('a code comes by e-mail, and typed in it verifies the address', async ({ stage }) => {
  const { actors, contact } = stage.world;
  await stage.startWorker();
  const methodId = contact.methods[0]?.id ?? '';
  await sendCode(actors.client_admin, { methodId });
  const { subject, text } = await stage.sink.expectMailTo(stage.contact);
  const code = /^\[Calmline\] (\d{6}) is your code$/.exec(subject ?? '')?.[1] ?? '';
  expect(text).toContain(code);
  expect(text).toContain('Brightwater Payroll');
  expect(text).not.toContain('/ack/');
  const verified = await verifyMethod(actors.client_admin, { methodId, code });
  expect(verified.methods).toMatchObject([{ isVerified: true }]);
});
