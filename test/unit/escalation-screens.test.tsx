import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ApiProvider } from '../../src/api/client';
import type { Escalation, EscalationPlan, PlannedMessage } from '../../src/domain/escalations/model';
import type { DeliveryCard } from '../../src/domain/notifications/model';
import { DeliveryList } from '../../src/ui/delivery-list';
import { EscalationActions } from '../../src/ui/escalation-actions';
import { EscalationPlanSteps } from '../../src/ui/escalation-plan';
import { EscalationStepsLive } from '../../src/ui/escalation-steps-live';
import { EscalationTimeline } from '../../src/ui/escalation-timeline';
import { TriedNow } from '../../src/ui/tried-now';

const ZONE = 'Europe/Berlin';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 6, minute));

const mail: DeliveryCard = {
  id: 'd1',
  recipientId: 'tom',
  recipientName: 'Tom Becker',
  channel: 'email',
  to: 'tom@example.com',
  state: 'failed_permanent',
  cycle: 1,
  step: 2,
  attempts: 3,
  failure: 'There is no such mailbox.',
  isPossiblyDuplicated: false,
  isBundled: false,
  waitsFor: null,
  nextAttemptAt: null,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  setAsideAt: null,
};
const text: DeliveryCard = {
  ...mail,
  id: 'd2',
  channel: 'sms',
  to: '+4915112345678',
  failure: 'Answered STOP.',
};
const hook: DeliveryCard = {
  ...mail,
  id: 'd3',
  recipientId: 'eva',
  recipientName: 'Eva Schulz',
  channel: 'chat',
  to: 'hooks.slack.com',
  state: 'pending',
  attempts: 0,
  failure: null,
  waitsFor: 'quiet_hours',
  nextAttemptAt: at(0),
};

const escalation: Escalation = {
  id: 'e1',
  callId: null,
  clientId: 'c1',
  clientName: 'Brightwater Payroll',
  state: 'open',
  urgency: 'routine',
  summary: 'Salaries were paid twice.',
  cycle: 1,
  step: 2,
  stepCount: 3,
  tried: ['Tom Becker', 'Eva Schulz'],
  nextStepDueAt: at(5),
  startedAt: at(0),
  startedById: 'o1',
  startedByName: 'Olga',
  acknowledgedAt: null,
  acknowledgedByName: null,
  resolvedAt: null,
  timeline: [
    {
      id: '1',
      at: at(0),
      type: 'nobody_on_call',
      words: 'Step 1: nobody is on call for Weekend duty.',
      byName: null,
    },
    { id: '2', at: at(0), type: 'step_begun', words: 'Step 2: telling Tom Becker, Eva Schulz', byName: null },
    { id: '3', at: at(1), type: 'replied', words: 'Tom Becker wrote: “On my way.”', byName: 'Tom Becker' },
  ],
  deliveries: [hook, text, mail],
  acknowledgements: [],
};

/** What a person reads, without the markup. */
const read = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const live = (changes: Partial<Escalation> = {}) =>
  renderToStaticMarkup(
    <ApiProvider>
      <EscalationStepsLive escalation={{ ...escalation, ...changes }} zone={ZONE} />
    </ApiProvider>,
  );

it('each step says who is tried, by what, with which result, and what to do instead', () => {
  const html = live();
  const words = read(html);
  expect(words).toContain('Step 2 of 3. No answer: next step');
  expect(words).toContain('Step 1: nobody is on call for Weekend duty.');
  expect(words).toContain('Step 2 (now)');
  expect(words).toContain('E-mail to tom@example.com: Failed: There is no such mailbox. (3 attempts)');
  expect(words).toContain('Failed: Answered STOP.');
  expect(words).toContain('Not reached. Dial by hand: +49 1511 2345678');
  expect(html).toContain('href="tel:+4915112345678"');
  expect(words).toContain('Chat to hooks.slack.com: Waits until 22 Nov, 07:00 Berlin: quiet hours');
});

it('where everybody must acknowledge, says who already did and how', () => {
  const acknowledgements = [{ personId: 'eva', personName: 'Eva Schulz', via: 'sms' as const, at: at(2) }];
  const words = read(live({ acknowledgements }));
  expect(words).toContain('Everybody of this step must acknowledge; so far Eva Schulz.');
  expect(words).toContain('Eva Schulz acknowledged by SMS');
});

it('once somebody has it, says who and how, and that it may begin again', () => {
  const timeline = [
    ...escalation.timeline,
    {
      id: '4',
      at: at(3),
      type: 'acknowledged' as const,
      words: 'Acknowledged by Eva Schulz, by SMS',
      byName: null,
    },
  ];
  const had = { state: 'acknowledged' as const, acknowledgedAt: at(3), acknowledgedByName: 'Eva Schulz' };
  const words = read(live({ ...had, timeline }));
  expect(words).toContain('Eva Schulz has it since 22 Nov, 06:03 UTC');
  expect(words).toContain('Unless it is resolved, it begins again');
  expect(words).toContain('Acknowledged by Eva Schulz, by SMS.');
  expect(words).not.toContain('nobody is on call');
});

it('the timeline quotes what somebody wrote back, and the list of messages keeps every fact', () => {
  const timeline = renderToStaticMarkup(<EscalationTimeline entries={escalation.timeline} zone={ZONE} />);
  expect(timeline).toMatch(/<blockquote[^>]*>On my way\.<\/blockquote>/);
  const sent: DeliveryCard = {
    ...mail,
    state: 'delivered',
    failure: null,
    sentAt: at(1),
    deliveredAt: at(2),
    readAt: at(3),
    isBundled: true,
    isPossiblyDuplicated: true,
    setAsideAt: at(4),
  };
  const words = read(renderToStaticMarkup(<DeliveryList deliveries={[sent, hook]} zone={ZONE} />));
  for (const part of [
    'sent 22 Nov, 07:01 Berlin; delivered 22 Nov, 07:02 Berlin; read 22 Nov, 07:03 Berlin',
    'Possibly sent twice',
    'It travelled in one message with others.',
    'Set aside 22 Nov, 07:04 Berlin',
    'goes out 22 Nov, 07:00 Berlin (quiet hours)',
  ]) {
    expect(words).toContain(part);
  }
});

it('a plan says who is told when, what waits, and what is missing', () => {
  const message: PlannedMessage = {
    recipientId: 'tom',
    name: 'Tom Becker',
    title: 'Duty',
    channel: 'sms',
    address: '+4915112345678',
    at: at(0),
    waitsFor: null,
    problem: null,
  };
  const step = { cycle: 1, delaySeconds: 300, isEveryoneNeeded: false, hasContact: true, gaps: [] };
  const plan: EscalationPlan = {
    at: at(0),
    urgency: 'routine',
    firstContactAt: at(0),
    steps: [
      {
        ...step,
        step: 1,
        beginsAt: at(0),
        endsAt: at(0),
        hasContact: false,
        messages: [],
        gaps: ['Nobody is on call for Weekend duty.'],
      },
      {
        ...step,
        step: 2,
        beginsAt: at(0),
        endsAt: at(35),
        isEveryoneNeeded: true,
        messages: [
          { ...message, channel: 'email', address: 'tom@example.com', problem: 'STOP was answered.' },
          { ...message, at: at(30), waitsFor: 'quiet_hours' },
          { ...message, channel: 'voice', at: at(32), waitsFor: 'method_delay' },
        ],
      },
    ],
  };
  const after = read(renderToStaticMarkup(<EscalationPlanSteps plan={plan} zone={ZONE} isDated={false} />));
  for (const part of [
    'Nobody is on call for Weekend duty.',
    'it goes on at once, and the account managers are told.',
    'everybody must acknowledge',
    'E-mail to tom@example.com, not used: STOP was answered.',
    'waits until 22 Nov, 07:30 Berlin: quiet hours',
    'Phone call +49 1511 2345678, after 32 min',
    'then waits 5 min',
  ]) {
    expect(after).toContain(part);
  }
  const dated = read(renderToStaticMarkup(<EscalationPlanSteps plan={plan} zone={ZONE} isDated />));
  expect(dated).toContain('22 Nov, 07:32 Berlin');
});

it('lists say who is tried, and in plain words when nobody answers', () => {
  const words = (changes: Partial<Escalation>) =>
    read(renderToStaticMarkup(<TriedNow escalation={{ ...escalation, ...changes }} />));
  expect(words({})).toBe('trying Tom Becker and Eva Schulz, step 2 of 3');
  expect(words({ tried: ['A', 'B', 'C'], cycle: 2 })).toBe('trying A and 2 more, step 2 of 3, round 2');
  expect(words({ tried: [] })).toContain('Nobody can be told');
  expect(words({ state: 'unanswered' })).toBe('Nobody answered at any step');
});

it('offers each reader what they may do, by name', () => {
  const buttons = (allowed: Parameters<typeof EscalationActions>[0]['allowed']) =>
    [
      ...renderToStaticMarkup(
        <ApiProvider>
          <EscalationActions escalation={escalation} allowed={allowed} />
        </ApiProvider>,
      ).matchAll(/aria-label="([^:"]+):/g),
    ].map(([, words]) => words);
  expect(buttons(['record', 'patch', 'skip', 'cancel'])).toEqual([
    'Acknowledge',
    'Record a patch attempt',
    'Next step now',
    'Cancel escalation',
  ]);
  expect(buttons(['acknowledge', 'decline', 'resolve'])).toEqual(['Acknowledge', 'I can’t', 'Resolve']);
});
