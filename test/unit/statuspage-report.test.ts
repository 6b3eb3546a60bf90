// What a status page posts, as a report for a draft.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefingContentInput } from '../../src/domain/briefings/model';
import { statuspagePayload, type StatuspageIncident } from '../../src/domain/sources/model';
import { sameContent } from '../../src/domain/sources/same-content';
import { statuspageReport } from '../../src/domain/sources/statuspage-report';

const incident = (changes: Partial<StatuspageIncident> = {}): StatuspageIncident => ({
  id: 'lbkhbwn21v5q',
  name: 'Payslips cannot be opened',
  status: 'investigating',
  impact: 'major',
  incident_updates: [],
  ...changes,
});

const contentOf = (changes: Partial<StatuspageIncident>) =>
  statuspageReport(incident(changes), 'Acme Status').content;

describe('an incident of a status page', () => {
  it.each([
    ['none', 'low'],
    ['minor', 'medium'],
    ['major', 'high'],
    ['critical', 'critical'],
    ['maintenance', 'low'],
    [null, 'low'],
    ['apocalyptic', 'medium'],
    ['constructor', 'medium'],
  ])('of impact %s is of severity %s', (impact, severity) => {
    expect(contentOf({ impact }).severity).toBe(severity);
  });

  it.each([
    ['investigating', 'investigating'],
    ['identified', 'identified'],
    ['monitoring', 'monitoring'],
    ['resolved', 'resolved'],
    ['postmortem', 'resolved'],
    ['scheduled', 'identified'],
    ['in_progress', 'identified'],
    ['verifying', 'monitoring'],
    ['completed', 'resolved'],
    ['on_fire', 'investigating'],
  ])('that is %s counts as %s', (status, incidentStatus) => {
    expect(contentOf({ status }).incidentStatus).toBe(incidentStatus);
  });

  it('tells its updates as facts of the page, in the order of time', () => {
    const { facts } = contentOf({
      incident_updates: [
        { body: ' A fix is in place. ', created_at: '2026-03-29T16:07:53-06:00' },
        { body: '', created_at: '2026-03-29T15:30:00-06:00' },
        { body: 'We are looking into it.', created_at: '2026-03-29T15:08:51-06:00' },
      ],
    });
    expect(facts).toEqual([
      { text: 'We are looking into it.', source: 'Acme Status', knownAt: '2026-03-29T21:08:51.000Z' },
      { text: 'A fix is in place.', source: 'Acme Status', knownAt: '2026-03-29T22:07:53.000Z' },
    ]);
  });

  it('keeps the newest sixty updates', () => {
    const incident_updates = Array.from({ length: 100 }, (_, n) => ({
      body: `Update ${n}`,
      created_at: new Date(Date.UTC(2026, 2, 29, 0, n)).toISOString(),
    }));
    const texts = contentOf({ incident_updates: incident_updates.toReversed() }).facts?.map(
      ({ text }) => text,
    );
    expect(texts).toHaveLength(60);
    expect([texts?.[0], texts?.at(-1)]).toEqual(['Update 40', 'Update 99']);
  });

  it('that is planned starts when it is planned, and has no end', () => {
    const planned = {
      status: 'scheduled',
      impact: 'maintenance',
      scheduled_for: '2026-04-01T22:00:00+02:00',
    };
    expect(contentOf(planned)).toMatchObject({ startsAt: '2026-04-01T20:00:00.000Z', severity: 'low' });
    expect(contentOf(planned)).not.toHaveProperty('endsAt');
    expect(contentOf({ scheduled_for: 'soon' })).not.toHaveProperty('startsAt');
  });

  it('is cut to what a briefing holds, and says so with …', () => {
    const { headline, facts } = contentOf({
      name: 'x'.repeat(161),
      incident_updates: [{ body: `${'y'.repeat(598)}😀z`, created_at: null }],
    });
    expect(headline).toBe(`${'x'.repeat(159)}…`);
    expect(facts).toMatchObject([{ text: `${'y'.repeat(598)}…`, knownAt: null }]);
  });

  it('fits into a briefing, whatever stands in it', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 900 }),
      fc.string({ unit: 'grapheme', minLength: 590, maxLength: 700 }),
    );
    const moment = fc.option(
      fc.oneof(
        fc.string({ maxLength: 40 }),
        fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
      ),
    );
    const update = fc.record({ body: fc.option(text), created_at: moment });
    const any = fc.record({
      id: fc.string({ minLength: 1, maxLength: 200 }),
      name: text,
      status: fc.string({ maxLength: 40 }),
      impact: fc.option(fc.string({ maxLength: 40 })),
      scheduled_for: moment,
      incident_updates: fc.array(update, { maxLength: 70 }),
    });
    fc.assert(
      fc.property(any, text, (given, page) => {
        const { content } = statuspageReport(given, page);
        expect(briefingContentInput.safeParse(content).error).toBeUndefined();
        for (const { text: fact } of content.facts ?? []) expect(fact.length).toBeLessThanOrEqual(600);
      }),
    );
  });
});

it('a payload of a component carries no incident; what Statuspage adds is passed over', () => {
  const component = { page: { id: 'p', status_indicator: 'major' }, component_update: { new_status: 'x' } };
  expect(statuspagePayload.parse(component).incident).toBeUndefined();
  expect(statuspagePayload.safeParse({ incident: { id: 'x' } }).success).toBe(false);
});

describe('two contents say the same', () => {
  const content = (changes: object) => briefingContentInput.parse({ headline: 'Payslips', ...changes });

  it('whatever ids their items have, and whatever order their fields', () => {
    const id = '019a0000-0000-7000-8000-000000000000';
    const a = content({ facts: [{ id, text: 'It happened at 6.', source: 'Us' }] });
    const b = content({ facts: [{ source: 'Us', text: 'It happened at 6.' }] });
    expect(sameContent(a, b)).toBe(true);
    const { headline, ...others } = b;
    expect(sameContent(a, { ...others, headline })).toBe(true);
  });

  it('but not with another word, or another order of items', () => {
    const [a, b] = [content({ facts: ['One', 'Two'] }), content({ facts: ['Two', 'One'] })];
    expect(sameContent(a, b)).toBe(false);
    expect(sameContent(a, { ...a, closing: 'Bye' })).toBe(false);
  });
});
