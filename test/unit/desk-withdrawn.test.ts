import { describe, expect, test } from 'vitest';
import { callBriefing } from '../../app/desk/briefing-selectors';
import { deskReducer } from '../../app/desk/desk-reducer';
import { joined, type OutboxEntry } from '../../app/desk/outbox';
import { languageOf, nextLanguage, spokenBriefing } from '../../app/desk/spoken-briefing';
import { toldIds, toldInVain } from '../../app/desk/told-statements';
import type { LiveBriefing } from '../../src/domain/briefings/model';
import {
  after,
  at,
  briefing,
  call,
  desk,
  noon,
  published,
  snapshot,
  statement,
  told,
  withdrawal,
} from '../support/desk';

const wrong = statement('s1', 'The payslips are right.');
const fine = statement('s2', 'Nobody loses money.');
const v1 = briefing({ content: { statements: [wrong, fine] } });
const taken = withdrawal({
  statementId: 's1',
  version: 1,
  at: at(2),
  correction: 'They are being corrected.',
});
const corrected = briefing({
  version: 2,
  publishedAt: at(2),
  withdrawals: [taken],
  content: { statements: [statement('s1', 'They are being corrected.'), fine] },
});
const unapproved = briefing({
  version: 2,
  publishedAt: at(2),
  withdrawals: [taken],
  unapproved: 1,
  content: { statements: [fine] },
});
const open = desk({ briefings: [v1], mine: [call()] });
const texts = (spoken: { content: LiveBriefing['content'] }) =>
  spoken.content.statements.map(({ text }) => text);

describe('a statement is withdrawn during a call', () => {
  test('it stays where the eyes are, struck, with its reason and the approved correction', () => {
    const spoken = spokenBriefing(after(open, published(corrected)), v1, { now: at(3), isStruckShown: true });
    expect(texts(spoken)).toEqual([wrong.text, fine.text]);
    expect(spoken.struck).toMatchObject([
      { statementId: 's1', reason: 'It was wrong.', at: at(2), correction: 'They are being corrected.' },
    ]);
  });

  test('a correction that nobody has approved is not on the desk', () => {
    const spoken = spokenBriefing(after(open, published(unapproved)), v1, {
      now: at(3),
      isStruckShown: true,
    });
    expect(spoken.struck).toMatchObject([{ statementId: 's1', correction: null }]);
  });

  test('outside a call it is not there at all', () => {
    const spoken = spokenBriefing(after(open, published(corrected)), v1, { now: at(3) });
    expect(texts(spoken)).toEqual([fine.text]);
    expect(spoken.struck).toEqual([]);
  });

  test('the corrected words under the same number are valid', () => {
    const state = after(open, published(corrected));
    const spoken = spokenBriefing(state, corrected, { now: at(3), isStruckShown: true });
    expect(texts(spoken)).toEqual(['They are being corrected.', fine.text]);
    expect(spoken.struck).toEqual([]);
  });

  test('an older telling of the version, which comes late, does not bring it back', () => {
    const state = after(open, published(corrected), published(v1));
    const spoken = spokenBriefing(state, v1, { now: at(3), isStruckShown: true });
    expect(spoken.struck.map(({ statementId }) => statementId)).toEqual(['s1']);
  });
});

describe('a statement is withdrawn while the desk is offline', () => {
  const back = deskReducer(open, {
    type: 'snapshot',
    snapshot: snapshot({ now: at(9), briefings: [corrected], mine: [call()] }),
    since: [],
  });

  test('once the desk is back it is not shown as valid in the call that goes on', () => {
    const { shown, newer } = callBriefing(back, call(), at(9));
    expect([shown?.version, newer?.version]).toEqual([1, 2]);
    const spoken = spokenBriefing(back, v1, { now: at(9), isStruckShown: true });
    expect(spoken.struck.map(({ statementId }) => statementId)).toEqual(['s1']);
  });

  test('what was told meanwhile is named, with the words to say now', () => {
    const log = { type: 'log' as const, callId: 'call', notes: [], told: [told({ at: at(5) })] };
    const state = deskReducer(back, log);
    expect(toldInVain(state, [], 'call', { language: undefined, now: at(9) })).toMatchObject([
      { statementId: 's1', at: at(5), withdrawal: { at: at(2), correction: 'They are being corrected.' } },
    ]);
  });

  test('a desk that is opened anew knows it from the version in force', () => {
    const reopened = deskReducer(desk({ briefings: [corrected] }), { type: 'version', briefing: v1 });
    const spoken = spokenBriefing(reopened, v1, { now: at(9), isStruckShown: true });
    expect(spoken.struck.map(({ statementId }) => statementId)).toEqual(['s1']);
  });
});

describe('what a caller was told', () => {
  const state = deskReducer(after(open, published(corrected)), {
    type: 'log',
    callId: 'call',
    notes: [],
    told: [told(), told({ statementId: 's2', text: fine.text })],
  });

  test('the old words do not count as the corrected ones; what did not change still counts', () => {
    expect(toldIds(state, [], 'call', v1)).toEqual(new Set(['s1', 's2']));
    expect(toldIds(state, [], 'call', corrected)).toEqual(new Set(['s2']));
  });

  test('once the correction is said, nothing is left to put right', () => {
    const said: OutboxEntry = joined(
      [],
      { kind: 'told', callId: 'call', statementIds: ['s1'], briefingVersionId: 'b1v2', language: 'en' },
      { deskId: 'window', seq: 1, madeAt: at(4).getTime() },
    );
    expect(toldInVain(state, [], 'call', { language: undefined, now: at(3) })).toHaveLength(1);
    expect(toldInVain(state, [said], 'call', { language: undefined, now: at(5) })).toEqual([]);
    expect(toldIds(state, [said], 'call', corrected)).toEqual(new Set(['s1', 's2']));
  });
});

describe('what expired or is over is not there', () => {
  test('a statement leaves by the clock', () => {
    const brief = statement('s1', 'Until noon plus five.', { validUntil: at(5).toISOString() });
    const version = briefing({ content: { statements: [brief, fine] } });
    const state = desk({ briefings: [version] });
    expect(texts(spokenBriefing(state, version, { now: at(4) }))).toEqual([brief.text, fine.text]);
    expect(texts(spokenBriefing(state, version, { now: at(5) }))).toEqual([fine.text]);
  });

  test('of a briefing whose time ended nothing is left to say', () => {
    const version = briefing({ endsAt: at(5), content: { opening: 'We are sorry.', statements: [fine] } });
    const ending = { kind: 'over' as const, reason: '' as const, at: at(5) };
    const spoken = spokenBriefing(desk(), version, { now: at(6), isStruckShown: true, ending });
    expect(texts(spoken)).toEqual([]);
    expect(spoken.content.opening).toBe('');
  });

  test('of a withdrawn briefing every statement is struck, and nothing else is there to say', () => {
    const version = briefing({ content: { opening: 'We are sorry.', statements: [fine] } });
    const ending = { kind: 'withdrawn' as const, reason: 'Sent by mistake.', at: at(5) };
    const spoken = spokenBriefing(desk(), version, { now: noon, isStruckShown: true, ending });
    expect(spoken.struck).toMatchObject([
      { statementId: 's2', reason: 'Sent by mistake.', correction: null },
    ]);
    expect(spoken.content.opening).toBe('');
  });
});

describe('languages', () => {
  const version = briefing({
    content: {
      opening: 'We are sorry.',
      openingIn: { es: 'Lo sentimos.' },
      statements: [statement('s1', 'Nobody loses money.')],
    },
  });
  const spanish = spokenBriefing(desk(), version, { language: 'es', now: noon });

  test('what is missing is given in the own language, and named', () => {
    expect(spanish.content.opening).toBe('Lo sentimos.');
    expect(texts(spanish)).toEqual(['Nobody loses money.']);
    expect(spanish.missing).toEqual(['s1']);
    expect(languageOf(spanish, 'opening')).toBe('es');
    expect(languageOf(spanish, 's1')).toBe('en');
  });

  test('one key goes round', () => {
    const own = spokenBriefing(desk(), version, { now: noon });
    expect([nextLanguage(own), nextLanguage(spanish)]).toEqual(['es', 'en']);
  });
});
