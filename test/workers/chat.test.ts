// Escalations in a chat: each program's own message, whose words nobody can forge.
import { expect } from 'vitest';
import { createContact } from '@/domain/contacts/create-contact';
import type { ChatFormat } from '@/domain/contacts/model';
import { startEscalation } from '@/domain/escalations/start-escalation';
import { answerWith, WebReceiver } from '../support/web-receiver';
import { test as stageTest, type Stage } from '../support/stage';

const test = stageTest.extend<{ receiver: WebReceiver }>({
  receiver: async ({}, use) => {
    const receiver = await WebReceiver.start();
    await use(receiver);
    await receiver.stop();
  },
});

/** The client's only contact is a chat. */
async function tellChat(stage: Stage, address: string, format: ChatFormat): Promise<void> {
  const { actors, client } = stage.world;
  const contact = await createContact(actors.admin, {
    clientId: client.id,
    name: 'Duty room',
    methods: [{ channel: 'chat', address, format }],
  });
  await stage.setPolicy({
    steps: [{ targets: [{ type: 'contact', id: contact.id }], delaySeconds: 3_600 }],
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
}

const summary = '<!channel> Salaries were paid twice & <https://evil.example|Acknowledge>';
const link = expect.stringMatching(/^https:\/\/calm\.example\/ack\/[\w.-]+$/) as unknown;
const since = expect.stringMatching(/^Since \w{3} \d+ \w{3}, \d\d:\d\d \(Europe\/Berlin\)$/) as unknown;

test('Slack: blocks with a button', async ({ stage, receiver }) => {
  await tellChat(stage, receiver.url('/slack'), 'slack');
  await stage.startWorker();
  const escalation = await stage.escalate(summary);
  const { body, headers } = await receiver.expectPost('/slack');
  expect(headers['content-type']).toBe('application/json');
  const plain = (text: unknown) => ({ type: 'plain_text', text, emoji: false });
  expect(body).toEqual({
    text: 'URGENT: please acknowledge',
    blocks: [
      { type: 'header', text: plain('URGENT: please acknowledge · Brightwater Payroll') },
      {
        type: 'section',
        text: plain(
          '&lt;!channel&gt; Salaries were paid twice &amp; &lt;https://evil.example|Acknowledge&gt;',
        ),
      },
      { type: 'section', text: plain(since) },
      { type: 'section', text: plain('Sent by Harbor Answering, +49 30 55550100') },
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'open', style: 'primary', text: plain('Acknowledge'), url: link },
        ],
      },
    ],
    unfurl_links: false,
    unfurl_media: false,
  });
  const sent = await stage.until(
    'the delivery',
    escalation,
    ({ deliveries }) => deliveries[0]?.state === 'sent',
  );
  expect(sent.deliveries[0]).toMatchObject({ channel: 'chat', to: `127.0.0.1:${receiver.port}` });
});

test('Microsoft Teams: an Adaptive Card in a message', async ({ stage, receiver }) => {
  await tellChat(stage, receiver.url('/teams'), 'teams');
  receiver.answer('/teams', answerWith(202));
  await stage.startWorker();
  const escalation = await stage.escalate(summary);
  const { body } = await receiver.expectPost('/teams');
  const text = (words: unknown, style = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: words, ...style }],
  });
  expect(body).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          body: [
            text('URGENT: please acknowledge · Brightwater Payroll', { weight: 'Bolder', size: 'Large' }),
            text(summary),
            text(since),
            text('Sent by Harbor Answering, +49 30 55550100'),
          ],
          actions: [{ type: 'Action.OpenUrl', title: 'Acknowledge', url: link }],
        },
      },
    ],
  });
  await stage.until('the delivery', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
});

test('Google Chat: a card', async ({ stage, receiver }) => {
  await tellChat(stage, receiver.url('/google'), 'google_chat');
  await stage.startWorker();
  const escalation = await stage.escalate(summary);
  const { body } = await receiver.expectPost('/google');
  expect(body).toEqual({
    text: 'URGENT: please acknowledge',
    cardsV2: [
      {
        cardId: expect.any(String) as unknown,
        card: {
          sections: [
            {
              widgets: [
                { textParagraph: { text: '<b>URGENT: please acknowledge · Brightwater Payroll</b>' } },
                {
                  textParagraph: {
                    text: '&lt;!channel&gt; Salaries were paid twice &amp; &lt;https://evil.example|Acknowledge&gt;',
                  },
                },
                { textParagraph: { text: since } },
                { textParagraph: { text: 'Sent by Harbor Answering, +49 30 55550100' } },
                { buttonList: { buttons: [{ text: 'Acknowledge', onClick: { openLink: { url: link } } }] } },
              ],
            },
          ],
        },
      },
    ],
  });
  await stage.until('the delivery', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
});

test('many at once are one message with a list of ten, and the others by number', async ({
  stage,
  receiver,
}) => {
  const { actors, client } = stage.world;
  await tellChat(stage, receiver.url('/slack'), 'slack');
  for (let n = 1; n <= 14; n += 1) {
    const one = { clientId: client.id, urgency: 'urgent' as const, summary: `Matter ${n} <!here>` };
    await startEscalation(actors.operator, one);
  }
  await stage.startWorker();
  const { raw } = await receiver.expectPost('/slack');
  await stage.settled();
  expect(raw).toContain('URGENT: 14 escalations, please acknowledge');
  expect(raw).toContain('Acknowledge all 14');
  expect(raw.match(/• Brightwater Payroll \(urgent\): Matter \d+ &lt;!here&gt;/g)).toHaveLength(10);
  expect(raw).toContain('and 3 more');
  expect(raw).not.toContain('<!');
});
