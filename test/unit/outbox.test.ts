import { describe, expect, test } from 'vitest';
import { keptDesk, restoredDesk } from '../../app/desk/kept-desk';
import {
  joined,
  nextSeq,
  outboxReducer,
  pendingFields,
  sendable,
  type CallFields,
  type OutboxChange,
  type OutboxEntry,
} from '../../app/desk/outbox';
import { after, at, briefing, call, desk, published } from '../support/desk';

let count = 0;

/** The entries after one more change, made in a window. */
function changed(
  entries: readonly OutboxEntry[],
  change: OutboxChange,
  deskId = 'mine',
): readonly OutboxEntry[] {
  count += 1;
  const entry = joined(entries, change, { deskId, seq: count, madeAt: count });
  return outboxReducer(entries, { type: 'put', entry });
}

const fields = (entries: readonly OutboxEntry[], patch: CallFields, deskId?: string) =>
  changed(entries, { kind: 'fields', callId: 'call', fields: patch }, deskId);

describe('fields that wait', () => {
  test('are joined, steps and intake each by their own names', () => {
    let entries = fields([], {
      callerName: 'Carl',
      intake: { number: '1', month: 'May' },
      steps: { listen: true },
    });
    entries = fields(entries, { intake: { number: '12' }, steps: { listen: false, apologise: true } });
    entries = fields(entries, { apology: null });
    expect(entries).toHaveLength(1);
    expect(pendingFields(entries, 'call')).toEqual({
      callerName: 'Carl',
      intake: { number: '12', month: 'May' },
      steps: { listen: false, apologise: true },
      apology: null,
    });
    expect(pendingFields(entries, 'another')).toEqual({});
  });

  test('of two windows are apart, and the later word counts', () => {
    let entries = fields([], { issue: 'from the gone window', steps: { listen: true } }, 'gone');
    entries = fields(entries, { issue: 'written here' });
    expect(entries.map(({ deskId }) => deskId)).toEqual(['gone', 'mine']);
    expect(pendingFields([...entries].reverse(), 'call')).toEqual({
      issue: 'written here',
      steps: { listen: true },
    });
  });

  test('that grew while they were on their way stay until the newer state is taken', () => {
    const [sent] = fields([], { callerName: 'Car' });
    const grown = fields(sent ? [sent] : [], { callerName: 'Carl' });
    const { key = '', revision = 0 } = sent ?? {};
    expect(outboxReducer(grown, { type: 'accepted', key, revision })).toEqual(grown);
    expect(outboxReducer(grown, { type: 'accepted', key, revision: revision + 1 })).toEqual([]);
  });
});

describe('the order of sending', () => {
  const note = (noteId: string): OutboxChange => ({ kind: 'note', callId: 'call', noteId, text: noteId });
  const order = (entries: readonly OutboxEntry[], postponed: string[] = []) =>
    sendable(entries, new Set(postponed)).map((entry) => ('noteId' in entry ? entry.noteId : entry.kind));

  test('is that in which it was made, though the clock went back', () => {
    const first = nextSeq([], 0, 2_000);
    const second = nextSeq([], first, 1_000);
    expect(second).toBeGreaterThan(first);
    const left = joined([], note('left'), { deskId: 'gone', seq: 5_000, madeAt: 5_000 });
    expect(nextSeq([left], second, 3_000)).toBeGreaterThan(5_000);
  });

  test('lets nothing of a log overtake a point of it that has to wait, but fields and other calls', () => {
    let entries = changed([], note('first'));
    entries = changed(entries, note('second'));
    entries = changed(entries, { kind: 'abuse', callId: 'call', noteId: 'boundary', text: 'Please.' });
    entries = fields(entries, { callerName: 'Carl' });
    entries = changed(entries, { kind: 'note', callId: 'other', noteId: 'elsewhere', text: 'x' });
    const [{ key } = { key: '' }] = entries;
    expect(order(entries)).toEqual(['first', 'second', 'boundary', 'fields', 'elsewhere']);
    expect(order(entries, [key])).toEqual(['fields', 'elsewhere']);
    const refused = outboxReducer(entries, { type: 'refused', key, revision: 1, words: 'Closed.' });
    expect(order(refused)).toEqual(['second', 'boundary', 'fields', 'elsewhere']);
  });
});

describe('a desk out of the browser’s keeping', () => {
  test('has the briefings and calls in hand as they were last known, dates and all, and no ring', () => {
    const mine = call({ id: 'mine', briefingVersionId: 'b1v1' });
    const page = desk({ briefings: [briefing()], mine: [mine] });
    const later = after(
      page,
      published(briefing({ version: 2 })),
      { type: 'call.changed', call: { ...mine, callerName: 'Carl Caller' } },
      { type: 'call.changed', call: call({ id: 'ring', state: 'ringing', answeredById: null }) },
      {
        type: 'note.added',
        note: {
          id: 'n',
          callId: 'mine',
          kind: 'point',
          text: 'Paid half',
          at: at(1),
          byName: 'O',
          correctsNoteId: null,
        },
      },
    );
    const kept = structuredClone(keptDesk(later, at(5)));
    const restored = restoredDesk(page, kept);
    expect(restored.calls).toEqual({ mine: later.calls.mine });
    expect(restored.logs).toEqual(later.logs);
    expect(Object.keys(restored.versions).sort()).toEqual(['b1v1', 'b1v2']);
    expect(restored.published).toEqual(later.published);
    expect(kept.asOf).toEqual(at(5));
  });
});
