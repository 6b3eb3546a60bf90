// A contact's methods as typed, made whole: what stays, what is new, and when each has its turn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactMethod, ContactMethodInput } from '../../src/domain/contacts/model';
import { newMethods } from '../../src/domain/contacts/new-methods';
import { isShownOnly, shownAddress } from '../../src/domain/contacts/shown-address';

const hook = 'https://hooks.slack.com/services/T0/B0/secret';

const known = (changes: Partial<ContactMethod> = {}): ContactMethod => ({
  id: '0193b5a0-0000-7000-8000-000000000001',
  channel: 'sms',
  address: '+4915112345678',
  delaySeconds: 0,
  format: null,
  isVerified: true,
  isStopped: true,
  failure: 'The number is out of service.',
  hasSecret: false,
  ...changes,
});

const given = fc.oneof(
  fc.record({
    channel: fc.constant('email' as const),
    address: fc.constantFrom('a@x.example', 'b@x.example'),
  }),
  fc.record({
    channel: fc.constantFrom('sms' as const, 'voice' as const),
    address: fc.constantFrom('+491', '+492'),
  }),
  fc.record({
    channel: fc.constant('chat' as const),
    address: fc.constantFrom(hook, 'https://chat.example/x'),
  }),
  fc.record({ channel: fc.constantFrom('app' as const, 'push' as const), address: fc.constant('') }),
);
const timed = fc
  .tuple(given, fc.option(fc.integer({ min: 0, max: 3_600 }), { nil: undefined }))
  .map(([method, delaySeconds]): ContactMethodInput => ({ ...method, delaySeconds }));
const lists = fc.array(timed, { maxLength: 10 });

describe('any list of methods', () => {
  it('keeps its order, channels and addresses, and no two have one id', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const methods = newMethods(after, newMethods(before));
        expect(methods.map(({ channel, address }) => ({ channel, address }))).toEqual(
          after.map(({ channel, address = '' }) => ({ channel, address })),
        );
        expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
      }),
    );
  });

  it('waits as told, else two minutes more than the one before, and never over an hour', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const delays = newMethods(list).map(({ delaySeconds }) => delaySeconds);
        list.forEach((method, n) => {
          const before = n === 0 ? -120 : (delays[n - 1] ?? 0);
          expect(delays[n]).toBe(method.delaySeconds ?? Math.min(before + 120, 3_600));
        });
      }),
    );
  });

  it('saved once more as it is shown changes nothing', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const present = newMethods(list).map((method) => ({ ...method, isVerified: true }));
        const shown = present.map(({ id, channel, delaySeconds, format, ...method }) => ({
          id,
          channel,
          delaySeconds,
          ...(format === null ? {} : { format }),
          address: shownAddress({ channel, ...method }),
        }));
        expect(newMethods(shown, present)).toEqual(present);
        expect(newMethods(shown.toReversed(), present)).toEqual(present.toReversed());
      }),
    );
  });

  it('has a chat program for chat addresses alone', () => {
    fc.assert(
      fc.property(lists, (list) => {
        for (const { channel, format } of newMethods(list)) expect(format === null).toBe(channel !== 'chat');
      }),
    );
  });
});

describe('what is known of a method', () => {
  const present = [known()];

  it('stays with its id, channel and address', () => {
    const [method] = newMethods([{ ...known(), format: undefined, delaySeconds: 60 }], present);
    expect(method).toEqual(known({ delaySeconds: 60 }));
  });

  it('stays where a program names the same number without an id', () => {
    expect(newMethods([{ channel: 'sms', address: '+4915112345678' }], present)).toEqual(present);
  });

  it.each([
    ['another number', { id: known().id, channel: 'sms' as const, address: '+4915100000000' }],
    ['another channel', { id: known().id, channel: 'voice' as const, address: '+4915112345678' }],
    [
      'an id that is not theirs',
      { id: '0193b5a0-0000-7000-8000-00000000000f', channel: 'sms' as const, address: '+4915112345678' },
    ],
  ])('does not stay with %s', (_, method) => {
    const [made] = newMethods([method], present);
    expect(made).toMatchObject({ isVerified: false, isStopped: false, failure: null });
    expect(made?.id).not.toBe(known().id);
    expect(made?.id).not.toBe(method.id);
  });

  it('is given to one of two that are alike, and the one with the id comes first', () => {
    const alike = { channel: 'sms' as const, address: '+4915112345678' };
    const [first, second] = newMethods([alike, { ...alike, id: known().id }], present);
    expect(first?.isVerified).toBe(false);
    expect(second?.id).toBe(known().id);
  });
});

describe('a web address', () => {
  it('is shown by its host, which stands for the whole one of a method that stays', () => {
    const present = [known({ channel: 'chat', address: hook, format: 'slack' })];
    const [one] = present;
    const shown = shownAddress(one ?? known());
    expect(shown).toBe('https://hooks.slack.com/…');
    expect(isShownOnly(shown)).toBe(true);
    expect(newMethods([{ id: known().id, channel: 'chat', address: shown }], present)[0]?.address).toBe(hook);
  });

  it.each([
    [hook, 'slack'],
    ['https://brightwater.webhook.office.com/webhookb2/x', 'teams'],
    ['https://prod-1.westeurope.logic.azure.com:443/workflows/x', 'teams'],
    ['https://default1.environment.api.powerplatform.com/powerautomate/x', 'teams'],
    ['https://chat.googleapis.com/v1/spaces/x/messages?key=k', 'google_chat'],
    ['https://mattermost.brightwater.example/hooks/x', 'slack'],
    ['https://slack.com.evil.example/x', 'slack'],
    ['https://notoffice.com/x', 'slack'],
  ])('%s is of %s', (address, format) => {
    expect(newMethods([{ channel: 'chat', address }])[0]?.format).toBe(format);
  });

  it('keeps the program that a person chose', () => {
    const [method] = newMethods([{ channel: 'chat', address: 'https://x.example/y', format: 'teams' }]);
    expect(method?.format).toBe('teams');
  });
});
