import { describe, expect, test } from 'vitest';
import {
  briefingsOf,
  callBriefing,
  comingBriefings,
  isProvisional,
  isUnread,
  lastRead,
  liveBriefings,
  versionNow,
} from '../../app/desk/briefing-selectors';
import { deskReducer } from '../../app/desk/desk-reducer';
import { after, at, briefing, call, desk, noon, published, snapshot } from '../support/desk';

const ids = (all: readonly { versionId: string }[]) => all.map(({ versionId }) => versionId);

describe('several briefings of one client', () => {
  const minor = briefing({ briefingId: 'b2', content: { severity: 'low' }, publishedAt: at(-1) });
  const grave = briefing({ briefingId: 'b3', content: { severity: 'critical' }, publishedAt: at(-90) });
  const others = briefing({ briefingId: 'b4', clientId: 'alder', content: { severity: 'critical' } });

  test('stand in the order of precedence, those of other clients apart', () => {
    const state = desk({ briefings: [minor, briefing(), grave, others] });
    expect(ids(briefingsOf(state, 'brightwater', noon))).toEqual(['b3v1', 'b1v1', 'b2v1']);
    expect(briefingsOf(state, null, noon)).toEqual([]);
  });

  test('a graver one that is published takes the first place at once', () => {
    const state = after(desk({ briefings: [minor] }), published(grave));
    expect(ids(briefingsOf(state, 'brightwater', noon))).toEqual(['b3v1', 'b2v1']);
  });
});

describe('in force by the clock alone', () => {
  test('a version ends by itself, and nothing older comes back', () => {
    const state = after(
      desk({ briefings: [briefing()] }),
      published(briefing({ version: 2, endsAt: at(5) })),
    );
    expect(versionNow(state, 'b1', at(4))?.version).toBe(2);
    expect(versionNow(state, 'b1', at(5))).toBeNull();
  });

  test('a version that begins later leaves the present one in force until then', () => {
    const state = after(
      desk({ briefings: [briefing()] }),
      published(briefing({ version: 2, startsAt: at(30) })),
    );
    expect(versionNow(state, 'b1', at(29))?.version).toBe(1);
    expect(ids(comingBriefings(state, at(29)))).toEqual(['b1v2']);
    expect(versionNow(state, 'b1', at(30))?.version).toBe(2);
    expect(comingBriefings(state, at(30))).toEqual([]);
  });

  test('a version from a server whose clock is ahead is there the moment it arrives', () => {
    const state = after(desk(), published(briefing({ publishedAt: at(1) })));
    expect(ids(liveBriefings(state, noon))).toEqual(['b1v1']);
  });

  test('an older version that comes late does not push out the newer one', () => {
    const state = after(desk({ briefings: [briefing({ version: 3 })] }), published(briefing({ version: 2 })));
    expect(versionNow(state, 'b1', noon)?.version).toBe(3);
  });

  test('the same version with more approvals replaces what was known of it', () => {
    const approval = { byName: 'Mia Manager', at: noon };
    const emergency = briefing({ approvals: { 'opening//en': { kind: 'emergency', ...approval } } });
    const approved = briefing({ approvals: { 'opening//en': { kind: 'approved', ...approval } } });
    const before = desk({ briefings: [emergency] });
    expect(liveBriefings(before, noon).map(isProvisional)).toEqual([true]);
    expect(liveBriefings(after(before, published(approved)), noon).map(isProvisional)).toEqual([false]);
  });
});

describe('the briefing of a call', () => {
  const rung = desk({ briefings: [briefing()], mine: [call()] });

  test('stays the version of the ring; a newer one is offered, never put in its place', () => {
    const state = after(rung, published(briefing({ version: 2 })));
    const reading = callBriefing(state, call(), noon);
    expect(reading.shown?.version).toBe(1);
    expect(reading.newer?.version).toBe(2);
    expect(reading.ending).toBeNull();
  });

  test('after "Show" the newer one is on screen, and there is nothing newer', () => {
    const newer = after(rung, published(briefing({ version: 2 })));
    const state = deskReducer(newer, { type: 'view', callId: 'call', view: { versionId: 'b1v2' } });
    expect(callBriefing(state, call(), noon)).toMatchObject({ shown: { version: 2 }, newer: null });
  });

  test('another briefing of the client stands beside it', () => {
    const other = briefing({ briefingId: 'b2', content: { severity: 'critical' } });
    const reading = callBriefing(after(rung, published(other)), call(), noon);
    expect(reading.shown?.briefingId).toBe('b1');
    expect(ids(reading.others)).toEqual(['b2v1']);
  });

  test('withdrawn as a whole: its text stays for comparison, the reason is told', () => {
    const event = {
      type: 'briefing.withdrawn' as const,
      briefingId: 'b1',
      clientId: 'brightwater',
      at: at(2),
    };
    const state = after(rung, { ...event, reason: 'Sent by mistake.' });
    expect(briefingsOf(state, 'brightwater', noon)).toEqual([]);
    expect(callBriefing(state, call(), at(3))).toMatchObject({
      shown: { version: 1 },
      newer: null,
      ending: { kind: 'withdrawn', reason: 'Sent by mistake.', at: at(2) },
    });
  });

  test('resolved during the call', () => {
    const event = { type: 'briefing.resolved' as const, briefingId: 'b1', clientId: 'brightwater' };
    expect(callBriefing(after(rung, event), call(), noon).ending).toMatchObject({ kind: 'resolved' });
  });

  test('over by the clock, also where nothing was heard since', () => {
    const state = desk({ briefings: [briefing({ endsAt: at(5) })] });
    expect(callBriefing(state, call(), at(4)).ending).toBeNull();
    expect(callBriefing(state, call(), at(5)).ending).toEqual({ kind: 'over', reason: '', at: at(5) });
  });

  test('ended while the desk was away: it is known not to hold, and the server is asked why', () => {
    const back = deskReducer(rung, { type: 'snapshot', snapshot: snapshot(), since: [] });
    expect(callBriefing(back, call(), noon).ending).toEqual({ kind: 'unknown' });
  });
});

describe('confirmed versions', () => {
  test('a version is open until this operator confirms it, and the next one is open again', () => {
    const first = briefing();
    const state = desk({ briefings: [first] });
    expect(isUnread(state, first)).toBe(true);
    const read = deskReducer(state, { type: 'read', briefingId: 'b1', version: 1 });
    expect(isUnread(read, first)).toBe(false);
    const second = briefing({ version: 2 });
    const changed = after(read, published(second));
    expect(isUnread(changed, second)).toBe(true);
    expect(lastRead(changed, second)?.version).toBe(1);
  });

  test('a snapshot that was read before the confirmation does not take it back', () => {
    const state = desk({ briefings: [briefing({ version: 2 })], readings: { b1: 1 } });
    const read = deskReducer(state, { type: 'read', briefingId: 'b1', version: 2 });
    const late = snapshot({ briefings: [briefing({ version: 2 })], readings: { b1: 1 } });
    expect(deskReducer(read, { type: 'snapshot', snapshot: late, since: [] }).readings).toEqual({ b1: 2 });
  });
});
