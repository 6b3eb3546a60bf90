// What the form of a contact holds, and what is sent of it.
import { expect, it } from 'vitest';
import { createContactInput, type Contact } from '../../src/domain/contacts/model';
import { contactDraft, contactOf, hoursOf, nextMethod } from '../../src/ui/contact-draft';
import { delayChoices, delayWords } from '../../src/ui/delay-words';

const method = {
  id: '0193b5a0-0000-7000-8000-000000000001',
  channel: 'chat' as const,
  address: 'https://hooks.slack.com/…',
  delaySeconds: 90,
  format: 'slack' as const,
  isVerified: true,
  isStopped: false,
  failure: null,
  hasSecret: false,
};

const contact: Contact = {
  id: '0193b5a0-0000-7000-8000-000000000002',
  clientId: '0193b5a0-0000-7000-8000-000000000003',
  name: 'Ida Kern',
  title: 'Duty',
  timeZone: 'Europe/Lisbon',
  quietHours: { from: '21:30', to: '06:00' },
  membershipId: '0193b5a0-0000-7000-8000-000000000004',
  methods: [
    method,
    { ...method, id: '0193b5a0-0000-7000-8000-000000000005', channel: 'push', address: '', format: null },
  ],
};

it('opened and saved without a change, a contact stays as it is', () => {
  const { name, title, timeZone, quietHours, membershipId } = contact;
  expect(contactOf(contactDraft(contact))).toEqual({
    name,
    title,
    timeZone,
    quietHours,
    membershipId,
    methods: [
      { id: method.id, channel: 'chat', address: method.address, delaySeconds: 90, format: 'slack' },
      { id: '0193b5a0-0000-7000-8000-000000000005', channel: 'push', address: '', delaySeconds: 90 },
    ],
  });
});

it('a new contact begins with one method, which is sent only when it was filled in', () => {
  const draft = { ...contactDraft(), name: 'Ida' };
  expect(draft.methods).toHaveLength(1);
  expect(contactOf(draft)).toEqual({
    name: 'Ida',
    title: '',
    timeZone: null,
    quietHours: null,
    membershipId: null,
    methods: [],
  });
  const sent = { clientId: contact.clientId, ...contactOf(draft) };
  expect(createContactInput.safeParse(sent).success).toBe(true);
});

it('an address typed for a channel that needs none is not sent with it', () => {
  const draft = contactDraft();
  const methods = [{ ...nextMethod([]), channel: 'app' as const, address: 'ida@brightwater.example' }];
  expect(contactOf({ ...draft, methods }).methods).toEqual([
    { channel: 'app', address: '', delaySeconds: 0 },
  ]);
});

it('quiet hours that were switched off are none, whatever times stand there', () => {
  const hours = { timeZone: '', hasQuietHours: false, quietFrom: '22:00', quietTo: '07:00' };
  expect(hoursOf(hours)).toEqual({ timeZone: null, quietHours: null });
  expect(hoursOf({ ...hours, hasQuietHours: true }).quietHours).toEqual({ from: '22:00', to: '07:00' });
});

it('each further method waits two minutes more, at most an hour', () => {
  const first = nextMethod([]);
  expect([first.delaySeconds, nextMethod([first]).delaySeconds]).toEqual(['0', '120']);
  expect(nextMethod([{ ...first, delaySeconds: '3600' }]).delaySeconds).toBe('3600');
});

it('delays are said in words', () => {
  expect([0, 60, 90, 120, 3_600].map(delayWords)).toEqual([
    'At once',
    '1 min later, if nobody answered',
    '90 s later, if nobody answered',
    '2 min later, if nobody answered',
    '1 h later, if nobody answered',
  ]);
  expect(Math.max(...delayChoices)).toBe(3_600);
});
