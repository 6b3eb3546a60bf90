import { describe, expect, it } from 'vitest';
import { dispositions } from '../../src/domain/calls/model';
import { isWorthMessage, messageFate, type FateInput } from '../../src/domain/messages/message-fate';
import { messageNotice } from '../../src/domain/messages/message-notice';

const now = new Date('2026-11-20T10:00:00Z');
const fate = (rule: Partial<FateInput['rule']>, hasRecipient = true) =>
  messageFate(
    {
      rule: { mode: 'hold', digestTimes: [], contactIds: [], ...rule },
      timeZone: 'Europe/Berlin',
      hasRecipient,
    },
    now,
  );
const nothing = { dueAt: null, heldBecause: null };

describe('by the rule of its client a message', () => {
  it('goes at once', () => {
    expect(fate({ mode: 'at_once' })).toEqual({ ...nothing, state: 'released' });
  });

  it('waits for the next of the client’s times', () => {
    expect(fate({ mode: 'digest', digestTimes: ['08:00', '17:00'] })).toEqual({
      ...nothing,
      state: 'waiting',
      dueAt: new Date('2026-11-20T16:00:00Z'),
    });
  });

  it.each([
    ['until the client checks in', fate({ mode: 'hold' }), 'check_in'],
    ['until somebody checks in, also where nobody could be told', fate({ mode: 'hold' }, false), 'check_in'],
    ['where nobody has an e-mail address', fate({ mode: 'at_once' }, false), 'no_contact'],
    [
      'where nobody has an e-mail address for the digest',
      fate({ mode: 'digest', digestTimes: ['08:00'] }, false),
      'no_contact',
    ],
    ['where the digest has no times', fate({ mode: 'digest' }), 'no_times'],
  ])('is held %s', (_, found, heldBecause) => {
    expect(found).toEqual({ state: 'held', dueAt: null, heldBecause });
  });
});

it('a call is worth a message, unless it was misdialled or broken off and nothing was written down', () => {
  const without = dispositions.filter((disposition) => !isWorthMessage(disposition, 0));
  expect(without).toEqual(['wrong_number', 'caller_hung_up']);
  expect(dispositions.every((disposition) => isWorthMessage(disposition, 1))).toBe(true);
});

describe('the e-mail', () => {
  const message = (n: number, callId: string, lines: string[]) => ({
    id: `m${n}`,
    callId,
    subject: `Caller ${n}, 14:0${n}`,
    lines,
  });

  it('about one message is that message', () => {
    expect(messageNotice('Brightwater', [message(1, 'c1', ['Caller: Jonas', '1. 14:03: Half.'])])).toEqual({
      subject: 'Caller 1, 14:01',
      lines: [],
      sections: [{ title: '', lines: ['Caller: Jonas', '1. 14:03: Half.'] }],
      path: '/portal/messages/m1',
      linkWords: 'Open the message',
    });
  });

  it('about many is grouped by call, with what was corrected', () => {
    const notice = messageNotice('Brightwater', [
      message(1, 'c1', ['Half.']),
      message(2, 'c2', ['Late.']),
      message(3, 'c1', ['Correction: a third.']),
    ]);
    expect(notice).toMatchObject({
      subject: '3 messages for Brightwater',
      lines: ['3 messages from 2 calls for Brightwater.'],
      path: '/portal/messages',
      sections: [
        { title: 'Caller 1, 14:01', lines: ['Half.', 'Correction: a third.'] },
        { title: 'Caller 2, 14:02', lines: ['Late.'] },
      ],
    });
  });

  it('about very much ends with how much more there is', () => {
    const points = (count: number) => Array.from({ length: count }, (_, n) => `${n + 1}. 14:00: Point.`);
    const [one] = messageNotice('B', [message(1, 'c1', points(1_300))]).sections ?? [];
    expect(one?.lines).toHaveLength(1_200);
    expect(one?.lines.at(-1)).toBe('and 101 more points in the log');
    const whole = messageNotice('B', [message(1, 'c1', points(1_200))]).sections?.[0];
    expect(whole?.lines.at(-1)).toBe('1200. 14:00: Point.');
    const calls = Array.from({ length: 100 }, (_, n) => message(n, `c${n}`, points(31)));
    const many = messageNotice('B', calls).sections ?? [];
    expect(many).toHaveLength(100);
    for (const { lines } of many) {
      expect(lines).toHaveLength(20);
      expect(lines.at(-1)).toBe('and 12 more points in the log');
    }
  });
});
