import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAutomaticMail } from '../../src/domain/notifications/automatic-mail';
import { readMailReply } from '../../src/domain/notifications/mail-reply';

const quote = '> Brightwater Payroll: urgent\n> Salaries were paid twice.\n> ok\n> 1';

describe('the first line', () => {
  it.each(['ack', 'ACK', ' Ack. ', 'acknowledge', 'ok', 'OK!', '“ok”', 'taken', '1', '*ack*', 'ack\u00a0'])(
    '%j acknowledges',
    (line) => {
      expect(readMailReply(`${line}\n\n${quote}`)).toEqual({ kind: 'acknowledge', words: '' });
    },
  );

  it.each(['no', 'No.', 'cannot', "can't", 'can’t', "I can't", '2'])('%j declines', (line) => {
    expect(readMailReply(`${line}\n\n${quote}`)).toEqual({ kind: 'decline', words: '' });
  });

  it.each([
    'ok, but who is it for?',
    'not ok',
    'no idea what this is about',
    '1 a',
    '12',
    'Who took the ack?',
    'constructor',
    '__proto__',
  ])('%j is for people to read', (line) => {
    expect(readMailReply(`${line}\n\n${quote}`)).toEqual({ kind: 'note', words: line });
  });

  it('may be followed by more, which is kept', () => {
    const text = 'ack\n\nOn my way, 20 minutes.\nCall me if not.\n-- \nTom Becker\nDuty';
    expect(readMailReply(text)).toEqual({
      kind: 'acknowledge',
      words: 'On my way, 20 minutes.\nCall me if not.',
    });
  });
});

describe('only what was written anew counts', () => {
  it.each([
    ['a quote', `Looking.\n${quote}`],
    ['Gmail', `Looking.\n\nOn Tue, Mar 3, 2026 at 9:15 AM Calmline <r+x@in.example> wrote:\n\n${quote}`],
    [
      'Gmail, broken over two lines',
      `Looking.\n\nOn Tue, Mar 3, 2026 at 9:15 AM Calmline\n<r+x@in.example> wrote:\n\nack`,
    ],
    ['Gmail in German', `Looking.\n\nAm Di., 3. März 2026 um 09:15 Uhr schrieb Calmline <r@x>:\n\nack`],
    ['Gmail in French', `Looking.\n\nLe mar. 3 mars 2026 à 09:15, Calmline <r@x> a écrit :\n\nack`],
    [
      'a language unknown here',
      `Looking.\n\nti 3. maaliskuuta 2026 klo 9.15 Calmline (r@x) kirjoitti:\n${quote}`,
    ],
    ['Outlook', `Looking.\n\n________________________________\nFrom: Calmline <r@x>\nSent: Tuesday\nack`],
    [
      'Outlook without a line',
      `Looking.\n\nFrom: Calmline <r@x>\nSent: Tuesday, 3 March 2026\nTo: Tom\nSubject: x\nack`,
    ],
    ['Outlook in German', `Looking.\n\nVon: Calmline\nGesendet: Dienstag\nAn: Tom\nBetreff: x\nack`],
    ['an original message', `Looking.\n\n-----Original Message-----\nack`],
    ['a signature', 'Looking.\n-- \nack'],
    ['a phone', 'Looking.\n\nSent from my iPhone\nack'],
    ['carriage returns', `Looking.\r\n\r\n> ack\r\n`],
  ])('%s', (_, text) => {
    expect(readMailReply(text)).toEqual({ kind: 'note', words: 'Looking.' });
  });

  it('also below the quote, where nothing stands above it', () => {
    expect(readMailReply(`On Tue Calmline <r@x> wrote:\n${quote}\n\nack\n-- \nTom`).kind).toBe('acknowledge');
  });

  it('words before an inline quote stay, although they end in a colon', () => {
    expect(readMailReply(`What do you mean by this:\n${quote}`).words).toBe('What do you mean by this:');
  });

  it.each(['', ' \n\n', quote, '-- \nTom'])('nothing at all is nothing: %j', (text) => {
    expect(readMailReply(text)).toEqual({ kind: 'empty', words: '' });
  });

  it('whatever comes, the answer is bounded and quick', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), (text) => {
        expect(readMailReply(text).words.length).toBeLessThanOrEqual(2_000);
      }),
    );
    for (const evil of [
      'On '.repeat(60_000),
      '>'.repeat(200_000),
      `${'-'.repeat(99_999)}x`,
      'a\n'.repeat(99_999),
    ]) {
      expect(readMailReply(evil).words.length).toBeLessThanOrEqual(2_000);
    }
  });
});

describe('a program that answers', () => {
  const is = (headers: Record<string, string>, from = 'tom@x.example', subject = 'Re: [Calmline] URGENT') =>
    isAutomaticMail(
      Object.entries(headers).map(([key, value]) => ({ key, value })),
      from,
      subject,
    );

  it.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'auto-generated (failure)' }],
    [{ precedence: 'bulk' }],
    [{ precedence: 'auto_reply' }],
    [{ 'x-autoreply': 'yes' }],
    [{ 'x-autorespond': '' }],
    [{ 'return-path': '<>' }],
    [{ 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }],
    [{ 'list-id': '<x.example>' }],
  ])('is known by its headers: %o', (headers) => {
    expect(is(headers)).toBe(true);
  });

  it('is known by its sender or subject', () => {
    expect(is({}, 'MAILER-DAEMON@x.example')).toBe(true);
    for (const subject of [
      'Automatic reply: x',
      'Out of Office: x',
      'Abwesenheitsnotiz',
      'Undeliverable: x',
    ]) {
      expect(is({}, undefined, subject)).toBe(true);
    }
  });

  it('a person is a person', () => {
    expect(is({})).toBe(false);
    expect(is({ 'auto-submitted': 'no', 'return-path': '<tom@x.example>', precedence: 'first-class' })).toBe(
      false,
    );
    expect(is({}, undefined, 'Re: Out-of-hours call: the office is on fire')).toBe(false);
  });
});
