import { expect, it } from 'vitest';
import type { AccountContent } from '../../src/domain/reports/account-content';
import { accountNotice, isEmptyAccount } from '../../src/domain/reports/account-notice';
import type { Cadence } from '../../src/domain/reports/model';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';

const from = new Date('2026-11-19T17:00:00Z');
const until = new Date('2026-11-20T17:00:00Z');
const at = (clock: string) => new Date(`2026-11-20T${clock}:00Z`);
/** Whoever reads the mail must not meet this. */
const personal = { callerName: 'Jonas Weber', words: 'Jonas Weber was paid half.' };

const quiet: AccountContent = {
  clientId: 'brightwater',
  from,
  until,
  leastUrgency: 'routine',
  calls: { routine: 0, urgent: 0, emergency: 0 },
  fates: { answered: 0, abandoned: 0, ringing: 0, written: 0 },
  callsTold: [],
  escalations: [],
  escalationsBegun: 0,
  escalationsOpen: 0,
  promises: { given: 0, kept: 0, keptLate: 0, broken: 0, renegotiated: 0, cancelled: 0, open: 0, overdue: 0 },
  promisesTold: [],
};

const line = { clientName: 'Brightwater Payroll', personal };
const badDay: AccountContent = {
  ...quiet,
  calls: { routine: 2, urgent: 1, emergency: 1 },
  fates: { answered: 3, abandoned: 1, ringing: 0, written: 0 },
  callsTold: [
    {
      ...line,
      id: '1',
      ringAt: at('08:12'),
      urgency: 'emergency',
      fate: 'answered',
      disposition: 'escalated',
      about: 'Payslips show wrong amounts',
    },
    {
      ...line,
      id: '2',
      ringAt: at('09:30'),
      urgency: 'urgent',
      fate: 'answered',
      disposition: 'callback_promised',
      about: null,
    },
    {
      ...line,
      id: '3',
      ringAt: at('10:00'),
      urgency: 'routine',
      fate: 'abandoned',
      disposition: null,
      about: null,
    },
    {
      ...line,
      id: '4',
      ringAt: new Date('2026-11-19T18:30:00Z'),
      urgency: 'routine',
      fate: 'answered',
      disposition: 'informed',
      about: null,
    },
  ],
  escalations: [
    {
      ...line,
      id: 'e1',
      urgency: 'emergency',
      state: 'unanswered',
      startedAt: at('08:20'),
      acknowledgedAt: null,
      acknowledgedByName: null,
      resolvedAt: null,
    },
    {
      ...line,
      id: 'e2',
      urgency: 'urgent',
      state: 'resolved',
      startedAt: at('09:00'),
      acknowledgedAt: at('09:03'),
      acknowledgedByName: 'Tom Becker',
      resolvedAt: at('09:40'),
    },
  ],
  escalationsBegun: 2,
  escalationsOpen: 1,
  promises: { given: 3, kept: 2, keptLate: 1, broken: 1, renegotiated: 0, cancelled: 0, open: 1, overdue: 1 },
  promisesTold: [
    { ...line, id: 'p1', callId: '2', kind: 'callback', owner: 'service', state: 'open', dueAt: at('15:00') },
    {
      ...line,
      id: 'p2',
      callId: '2',
      kind: 'document',
      owner: 'client',
      state: 'broken',
      dueAt: at('12:00'),
    },
  ],
};

const about = {
  organizationName: 'Harbor Answering',
  clientName: 'Brightwater Payroll',
  cadence: 'daily' as Cadence,
  timeZone: 'Europe/Berlin',
  path: '/portal/digests/account?from=x&to=y',
};
const now = after(until, MINUTE);
const read = (
  content: AccountContent,
  changes: Partial<typeof about> | { clientName: null } = {},
  when = now,
) => accountNotice(content, { ...about, ...changes }, when);

it('tells a day by urgency, with what is open in front', () => {
  expect(read(badDay)).toEqual({
    subject: 'The day to Fri 20 Nov for Brightwater Payroll: 4 calls, 2 open',
    lines: [
      'From Thu 19 Nov, 18:00 to 18:00 (Europe/Berlin).',
      '4 calls: 1 emergency, 1 urgent, 2 routine. Of these 3 answered, 1 given up before anybody answered.',
      'Promises: 3 given, 2 kept (1 late), 1 broken; 1 open now, 1 of them overdue.',
      'Callers are named, and what they said is to be read, after you sign in.',
      'To change or end this digest, sign in and open Digests, or ask Harbor Answering.',
    ],
    sections: [
      {
        title: 'Still open',
        lines: [
          'Emergency escalation of 09:20: everybody was tried, and nobody answered',
          'Call back promised for 16:00, by the answering service: overdue for 2 h',
          'Document promised for 13:00, by the client: broken',
        ],
      },
      {
        title: 'Escalations that ended',
        lines: ['Urgent escalation of 10:00: acknowledged after 3 min by Tom Becker, settled after 40 min'],
      },
      { title: 'Emergency calls (1)', lines: ['09:12: Payslips show wrong amounts, escalated'] },
      { title: 'Urgent calls (1)', lines: ['10:30: callback promised'] },
      {
        title: 'Routine calls (2)',
        lines: ['11:00: given up before anybody answered', 'Thu 19 Nov, 19:30: informed'],
      },
    ],
    path: '/portal/digests/account?from=x&to=y',
    linkWords: 'Sign in and read it with names',
  });
});

it('names no caller and quotes nothing of what they said', () => {
  for (const clientName of [about.clientName, null]) {
    expect(JSON.stringify(read(badDay, { clientName }))).not.toMatch(/Jonas|Weber|paid half/);
  }
});

it('only counts what is below the wished urgency', () => {
  const content = { ...badDay, leastUrgency: 'urgent' as const, callsTold: badDay.callsTold.slice(0, 2) };
  const { sections = [] } = read(content);
  expect(sections.at(-1)).toEqual({ title: 'Routine calls (2)', lines: ['Only counted, as you wished.'] });
});

it('names the client in each line for those who answer for all, and how many more there are', () => {
  const content = { ...badDay, calls: { ...badDay.calls, emergency: 70 } };
  const { subject, sections = [] } = read(content, { clientName: null });
  expect(subject).toBe('The day to Fri 20 Nov for all clients of Harbor Answering: 73 calls, 2 open');
  expect(sections.find(({ title }) => title === 'Emergency calls (70)')?.lines).toEqual([
    'Brightwater Payroll, 09:12: Payslips show wrong amounts, escalated',
    'and 69 more',
  ]);
});

it('says when it comes late, and how many days it tells of', () => {
  const late = { ...badDay, from: new Date('2026-11-17T17:00:00Z') };
  const { subject, lines } = read(late, {}, after(until, 3 * HOUR));
  expect(subject).toMatch(/^The 3 days to Fri 20 Nov /);
  expect(lines[1]).toBe('This account comes late by 3 h: it could not be made in time.');
  expect(read(late, { cadence: 'weekly' }).subject).toMatch(/^The week to Fri 20 Nov /);
});

it('calls a day that ends at midnight by its own name', () => {
  const midnight = {
    ...badDay,
    from: new Date('2026-11-19T23:00:00Z'),
    until: new Date('2026-11-20T23:00:00Z'),
  };
  expect(read(midnight).subject).toMatch(/^The day to Fri 20 Nov /);
});

it('is empty when there is nothing to list, whatever was counted', () => {
  expect(isEmptyAccount(quiet)).toBe(true);
  expect(isEmptyAccount({ ...quiet, calls: { ...quiet.calls, routine: 12 } })).toBe(true);
  expect(isEmptyAccount({ ...quiet, callsTold: badDay.callsTold })).toBe(false);
  expect(isEmptyAccount({ ...quiet, promises: { ...quiet.promises, kept: 1 } })).toBe(false);
});
