import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EscalationMessage } from '../../src/domain/notifications/model';
import { replyWords } from '../../src/domain/notifications/reply-words';
import { signShortLink } from '../../src/kernel/short-link';
import { newId } from '../../src/kernel/ids';
import { cutToFit, gsmText, isGsmText, segmentsOf } from '../../workers/channels/gsm-text';
import {
  bundleText,
  callerText,
  codeText,
  escalationText,
  noticeText,
} from '../../workers/channels/sms-text';

const token = signShortLink(
  { organizationId: newId(), clientId: newId(), deliveryId: newId() },
  'a secret of at least thirty-two characters',
  new Date('2026-03-02T09:00:00Z'),
);
const link = `https://calmline.answering-service.example/ack/${token}`;

const message = (changes: Partial<EscalationMessage> = {}): EscalationMessage => ({
  organizationName: 'Harbor Answering',
  organizationPhone: '+493055550100',
  clientName: 'Brightwater Payroll',
  urgency: 'urgent',
  summary: 'Salaries were paid twice.',
  startedAt: '2026-03-02T09:00:00Z',
  timeZone: 'Europe/Berlin',
  ...changes,
});

it('says who, for whom, how urgent, what, where to look, and how to answer', () => {
  expect(escalationText(message(), link, 4)).toBe(
    `Harbor Answering: Brightwater Payroll, URGENT. Salaries were paid twice.\n${link}\nReply 4a to take it, 4n if you cannot.`,
  );
});

it('says once whose it is when it concerns the answering service itself', () => {
  expect(escalationText(message({ clientName: null }), link, 4)).toMatch(
    /^Harbor Answering: URGENT\. Salaries/,
  );
});

it('a caller reads the approved words whole, and is asked nothing back', () => {
  const words = fc.string({ minLength: 1, maxLength: 320 }).filter((text) => !text.includes('/ack/'));
  fc.assert(
    fc.property(words, (approved) => {
      const text = callerText({
        organizationName: 'Harbor Answering',
        clientName: 'Brightwater Payroll',
        words: approved,
      });
      expect(text).toContain(gsmText(approved).trim());
      expect(text).not.toMatch(/\/ack\/|https:\/\/calm|Reply \d|acknowledge/i);
      expect(text).toContain('STOP ends these texts.');
    }),
  );
});

it('many are counted, and one answer takes all of them', () => {
  const companion = {
    deliveryId: newId(),
    clientName: 'Brightwater Payroll',
    summary: 'x',
    urgency: 'urgent',
  };
  const text = bundleText({ message: message(), companions: [companion], companionCount: 11 }, link, 4);
  expect(text).toBe(
    `Harbor Answering: 12 escalations, Brightwater Payroll. Newest, URGENT: Salaries were paid twice.\n${link}\nReply 4a to take all, 4n if you cannot.`,
  );
});

it('words of a telephone keyboard stand for what GSM cannot write, and pictures are left out', () => {
  expect(gsmText('“Löhne” – Čapek’s 1 € … 🔥👍🏽 ok\u00a0now')).toBe('"Löhne" - Capek\'s 1 € ... ok now');
});

it('another script is left as it is, and counts as what it costs', () => {
  expect(gsmText('Зарплата')).toBe('Зарплата');
  expect([segmentsOf('a'.repeat(160)), segmentsOf('a'.repeat(161))]).toEqual([1, 2]);
  expect([segmentsOf('€'.repeat(80)), segmentsOf('€'.repeat(81))]).toEqual([1, 2]);
  expect([segmentsOf('я'.repeat(70)), segmentsOf('я'.repeat(71))]).toEqual([1, 2]);
});

it('in another script there is room for what happened instead of for the link', () => {
  const text = escalationText(
    message({ summary: 'Зарплата выплачена дважды, сто звонков за час.' }),
    link,
    4,
  );
  expect(text).toBe(
    'Harbor Answering: Brightwater Payroll, URGENT. Зарплата выплачена дважды, сто звонков за час.\nReply 4a to take it, 4n if you cannot.',
  );
});

it('is cut at a word', () => {
  expect(cutToFit('one two, three', (text) => text.length <= 12)).toBe('one two...');
  expect(cutToFit('abcdefghij', (text) => text.length <= 8)).toBe('abcde...');
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 2_000 }),
  fc.lorem({ maxCount: 200 }),
  fc.constant('Ж'.repeat(2_000)),
);
const aName = fc.oneof(fc.lorem({ maxCount: 12 }), fc.string({ unit: 'grapheme', maxLength: 120 }));

it('never costs more than three messages, and the link and the two answers always stand in it whole', () => {
  const given = fc.record({ summary: anyText, clientName: aName, code: fc.integer({ min: 1, max: 9_999 }) });
  fc.assert(
    fc.property(given, ({ summary, clientName, code }) => {
      const text = escalationText(message({ summary, clientName, urgency: 'emergency' }), link, code);
      expect(segmentsOf(text)).toBeLessThanOrEqual(3);
      if (isGsmText(text)) expect(text).toContain(`\n${link}\n`);
      expect(text.endsWith(`Reply ${code}a to take it, ${code}n if you cannot.`)).toBe(true);
      expect(replyWords(`${code}a`)).toEqual({ kind: 'acknowledge', code });
      expect(replyWords(`${code}n`)).toEqual({ kind: 'decline', code });
    }),
  );
});

it('a notice is cut too, and keeps its link', () => {
  const text = noticeText(
    {
      subject: 'Gap ahead',
      lines: ['Nobody is on call.', 'x '.repeat(900)],
      path: '/manage/on-call',
      linkWords: 'Look',
    },
    'https://calm.example',
  );
  expect(segmentsOf(text)).toBeLessThanOrEqual(3);
  expect(text).toMatch(
    /^Gap ahead Nobody is on call\. [^]*\.\.\.\nLook: https:\/\/calm\.example\/manage\/on-call$/,
  );
});

it('a code stands in one message', () => {
  const text = codeText({
    code: '123456',
    organizationName: 'Harbor Answering',
    clientName: 'Brightwater Payroll',
    recipientName: 'Tom Becker',
  });
  expect(text).toContain('123456');
  expect(segmentsOf(text)).toBe(1);
});
