import { expect, it } from 'vitest';
import type { Escalation, TimelineEntry, TimelineType } from '../../src/domain/escalations/model';
import type { DeliveryCard } from '../../src/domain/notifications/model';
import { deliveryFate } from '../../src/ui/delivery-fate';
import { deliveryGroups, numbersOf } from '../../src/ui/delivery-groups';
import { replyQuote } from '../../src/ui/reply-quote';
import { stepGap } from '../../src/ui/step-gap';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 6, minute));
let count = 0;

function delivery(changes: Partial<DeliveryCard> = {}): DeliveryCard {
  count += 1;
  return {
    id: `d${count}`,
    recipientId: 'tom',
    recipientName: 'Tom Becker',
    channel: 'email',
    to: 'tom@example.com',
    state: 'pending',
    cycle: 1,
    step: 1,
    attempts: 0,
    failure: null,
    isPossiblyDuplicated: false,
    isBundled: false,
    waitsFor: null,
    nextAttemptAt: null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    setAsideAt: null,
    ...changes,
  };
}

it('says until when a message waits, and for what', () => {
  const quiet = delivery({ waitsFor: 'quiet_hours', nextAttemptAt: at(30) });
  expect(deliveryFate(quiet)).toEqual({
    kind: 'waits',
    words: 'Waits until',
    at: at(30),
    because: 'quiet hours',
  });
  const later = delivery({ waitsFor: 'method_delay', nextAttemptAt: at(2) });
  expect(deliveryFate(later)).toMatchObject({ words: 'Goes out', at: at(2) });
  const many = delivery({ waitsFor: 'throttled', nextAttemptAt: at(2) });
  expect(deliveryFate(many)).toMatchObject({
    words: 'Waits until',
    because: expect.stringMatching(/too many/) as unknown,
  });
  expect(deliveryFate(delivery())).toMatchObject({
    kind: 'pending',
    words: 'Waiting to send',
    because: null,
  });
});

it('what is known about a message that went out is told by its strongest fact', () => {
  const sent = { state: 'sent', attempts: 1, sentAt: at(0) } as const;
  expect(deliveryFate(delivery(sent))).toMatchObject({ words: 'Sent', at: at(0) });
  expect(deliveryFate(delivery({ ...sent, state: 'delivered', deliveredAt: at(1) }))).toMatchObject({
    words: 'Delivered',
    at: at(1),
  });
  expect(deliveryFate(delivery({ ...sent, readAt: at(3) }))).toMatchObject({ words: 'Read', at: at(3) });
  expect(deliveryFate(delivery({ state: 'sending', channel: 'voice' })).words).toBe('Calling');
});

it('a failure keeps its reason, and one that is tried again its time', () => {
  const failure = 'The mailbox is full.';
  expect(deliveryFate(delivery({ state: 'failed_permanent', failure }))).toMatchObject({
    kind: 'failed',
    because: failure,
  });
  expect(deliveryFate(delivery({ state: 'failed_temporary', failure, nextAttemptAt: at(5) }))).toMatchObject({
    kind: 'retries',
    at: at(5),
    because: failure,
  });
  expect(deliveryFate(delivery({ state: 'pending', setAsideAt: at(9) }))).toMatchObject({
    kind: 'set_aside',
  });
});

it('messages stand by step and person: the newest step first, methods in the order in which they are tried', () => {
  const mail = delivery();
  const text = delivery({ channel: 'sms', to: '+4915112345678' });
  const eva = delivery({ recipientId: 'eva', recipientName: 'Eva Schulz' });
  const next = delivery({ step: 2, recipientId: null, recipientName: 'Account manager' });
  const again = delivery({ cycle: 2 });
  const groups = deliveryGroups([again, next, eva, text, mail]);
  expect(groups.map(({ cycle, step }) => [cycle, step])).toEqual([
    [2, 1],
    [1, 2],
    [1, 1],
  ]);
  expect(groups[2]?.people.map(({ name, deliveries }) => [name, deliveries.map(({ id }) => id)])).toEqual([
    ['Tom Becker', [mail.id, text.id]],
    ['Eva Schulz', [eva.id]],
  ]);
  expect(deliveryGroups([])).toEqual([]);
});

it('somebody counts as not reached once every message failed, and can be dialled at the numbers that are known', () => {
  const mail = delivery({ state: 'failed_permanent' });
  const text = delivery({ state: 'failed_permanent', channel: 'sms', to: '+4915112345678' });
  const [lost] = deliveryGroups([text, mail])[0]?.people ?? [];
  expect(lost?.isUnreached).toBe(true);
  expect(numbersOf({ deliveries: [text, mail] }, ['+4930123456', '+4915112345678'])).toEqual([
    '+4915112345678',
    '+4930123456',
  ]);
  const [open] = deliveryGroups([{ ...text, state: 'pending' }, mail])[0]?.people ?? [];
  expect(open?.isUnreached).toBe(false);
  const [aside] = deliveryGroups([{ ...mail, state: 'pending', setAsideAt: at(1) }])[0]?.people ?? [];
  expect(aside?.isUnreached).toBe(true);
});

it('what somebody wrote back is a quote of its own', () => {
  expect(replyQuote('Ruth Alder answered by e-mail: “On my way: 10 minutes.”')).toEqual({
    lead: 'Ruth Alder answered by e-mail:',
    quote: 'On my way: 10 minutes.',
  });
  expect(replyQuote('By e-mail, from ruth@alder.example: Call me at 18:00: urgent.')).toEqual({
    lead: 'By e-mail, from ruth@alder.example:',
    quote: 'Call me at 18:00: urgent.',
  });
  expect(replyQuote('Ruth Alder answered: "ok"')).toEqual({ lead: 'Ruth Alder answered:', quote: 'ok' });
  expect(replyQuote('Ruth Alder answered.')).toEqual({ lead: 'Ruth Alder answered.', quote: null });
});

const line = (type: TimelineType, words: string): TimelineEntry => ({
  id: `${(count += 1)}`,
  at: at(0),
  type,
  words,
  byName: null,
});

it('what the present step lacks is said in the words of the timeline, and no longer once somebody has it', () => {
  const escalation: Pick<Escalation, 'state' | 'timeline'> = {
    state: 'open',
    timeline: [
      line('started', 'Started'),
      line('nobody_on_call', 'Step 1: nobody is on call.'),
      line('step_begun', 'Step 2: telling Eva Schulz'),
      line('failed', 'An e-mail failed.'),
    ],
  };
  expect(stepGap(escalation)).toBe('Step 1: nobody is on call.');
  expect(stepGap({ ...escalation, state: 'acknowledged' })).toBeNull();
  const later = [...escalation.timeline, line('step_begun', 'Step 3: telling the account managers')];
  expect(stepGap({ state: 'open', timeline: later })).toBeNull();
  const half = [...later, line('step_empty', 'Step 3: Eva Schulz has no method.')];
  expect(stepGap({ state: 'open', timeline: half })).toBe('Step 3: Eva Schulz has no method.');
});
