import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ContactMethod } from '../../src/domain/contacts/model';
import { reportMethod } from '../../src/domain/followups/report-recipient';
import { reportStates, type ReportState } from '../../src/domain/updates/model';
import { reportDueAt } from '../../src/domain/updates/report-due';
import { reportTurn } from '../../src/domain/updates/report-turn';
import { settledCallbackDueAt } from '../../src/domain/updates/settled-callback-due';
import { after, HOUR, MINUTE, SECOND } from '../../src/kernel/duration';

const noon = new Date('2026-03-02T12:00:00Z');
const minutes = (n: number) => after(noon, n * MINUTE);

describe('by when somebody who has it reports back', () => {
  it('at half of the time there is, four hours at the latest', () => {
    const due = (acknowledgementTimeoutSeconds: number | null, resolveSeconds: number) =>
      reportDueAt({ acknowledgementTimeoutSeconds, resolveSeconds }, noon);
    expect(due(null, 7_200)).toEqual(minutes(60));
    expect(due(null, 172_800)).toEqual(minutes(240));
    expect(due(1_800, 172_800)).toEqual(minutes(15));
  });

  it('always before it begins again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 604_800 }),
        fc.integer({ min: 10, max: 2_592_000 }),
        (timeout, target) => {
          const due = reportDueAt({ acknowledgementTimeoutSeconds: timeout, resolveSeconds: target }, noon);
          expect(due > noon && due < after(noon, timeout * SECOND)).toBe(true);
        },
      ),
    );
  });
});

describe('what is due of a report', () => {
  const turn = (at: number, changes: { state?: ReportState; reminders?: number } = {}) =>
    reportTurn(
      { state: 'open', reminders: 0, dueAt: minutes(0), resolveBy: minutes(600), ...changes },
      minutes(at),
    );

  it('the person first, the others a quarter of an hour later, the review at the target', () => {
    expect(turn(-1)).toMatchObject({ isReminded: false, isOverdue: false, nextAt: minutes(0) });
    expect(turn(0)).toMatchObject({ isReminded: true, isOverdue: false, isLate: false, nextAt: minutes(15) });
    expect(turn(15, { reminders: 1 })).toMatchObject({
      isReminded: false,
      isOverdue: true,
      nextAt: minutes(600),
    });
    expect(turn(600, { state: 'overdue', reminders: 1 })).toEqual({
      isReminded: false,
      isOverdue: false,
      isStuck: true,
      isLate: false,
      nextAt: null,
    });
  });

  it('after an outage each hears of it once, and that it is late', () => {
    expect(turn(90)).toEqual({
      isReminded: true,
      isOverdue: true,
      isStuck: false,
      isLate: true,
      nextAt: minutes(600),
    });
  });

  it('one who reported is asked no more, however long it takes', () => {
    expect(turn(90, { state: 'reported' })).toMatchObject({
      isReminded: false,
      isOverdue: false,
      isLate: false,
    });
  });

  it('every turn is followed by a later one or by none, and so it ends', () => {
    const asked = fc.record({
      state: fc.constantFrom(...reportStates),
      reminders: fc.nat(2),
      due: fc.integer({ min: -600, max: 600 }),
      target: fc.integer({ min: -600, max: 600 }),
    });
    fc.assert(
      fc.property(asked, ({ state, reminders, due, target }) => {
        const request = { state, reminders, dueAt: minutes(due), resolveBy: minutes(target) };
        const { nextAt, isReminded, isOverdue } = reportTurn(request, noon);
        expect(nextAt === null || nextAt > noon).toBe(true);
        expect(state === 'open' || (!isReminded && !isOverdue)).toBe(true);
      }),
    );
  });
});

describe('by when a caller is called whose matter is settled', () => {
  const berlin = (wall: string) =>
    new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Berlin').epochMilliseconds);
  const due = (wall: string) => settledCallbackDueAt(berlin(wall), 'Europe/Berlin');

  it('within four hours by day, by noon of the next where it is too late', () => {
    expect(due('2026-03-02T10:00')).toEqual(berlin('2026-03-02T14:00'));
    expect(due('2026-03-02T16:00')).toEqual(berlin('2026-03-02T20:00'));
    expect(due('2026-03-02T16:01')).toEqual(berlin('2026-03-03T12:00'));
    expect(due('2026-03-02T23:30')).toEqual(berlin('2026-03-03T12:00'));
    expect(due('2026-03-02T05:00')).toEqual(berlin('2026-03-02T12:00'));
  });

  it('is noon on the clocks of the client also where the day has 23 or 25 hours', () => {
    expect(due('2026-03-28T22:00')).toEqual(new Date('2026-03-29T10:00:00Z'));
    expect(due('2026-10-24T22:00')).toEqual(new Date('2026-10-25T11:00:00Z'));
    expect(due('2026-03-29T00:30')).toEqual(new Date('2026-03-29T10:00:00Z'));
  });

  it('always lies ahead, within a day, and between eight and eight', () => {
    const instants = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const at = settledCallbackDueAt(now, zone);
        const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
          zone,
        );
        expect(at > now && at <= after(now, 21 * HOUR)).toBe(true);
        expect(hour >= 8 && hour * 60 + minute <= 20 * 60).toBe(true);
      }),
    );
  });
});

describe('by what a contact is reminded', () => {
  const method = (id: string, channel: ContactMethod['channel'], isStopped = false): ContactMethod => ({
    id,
    channel,
    address: 'x',
    delaySeconds: 0,
    format: null,
    isVerified: true,
    isStopped,
    failure: null,
    hasSecret: false,
  });

  it('by the way they answered, else by the first that a person reads', () => {
    const methods = [method('v', 'voice'), method('e', 'email'), method('s', 'sms')];
    expect(reportMethod({ methods, membershipId: null }, 'v')?.id).toBe('v');
    expect(reportMethod({ methods, membershipId: null }, null)?.id).toBe('s');
    const stopped = [method('s', 'sms', true), method('e', 'email')];
    expect(reportMethod({ methods: stopped, membershipId: null }, 's')?.id).toBe('e');
    expect(reportMethod({ methods: [method('a', 'app')], membershipId: null }, 'a')).toBeUndefined();
    expect(reportMethod({ methods: [method('a', 'app')], membershipId: 'm' }, 'a')?.id).toBe('a');
  });
});
