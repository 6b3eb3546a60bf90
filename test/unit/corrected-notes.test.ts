import { describe, expect, it } from 'vitest';
import { joined, type OutboxChange } from '../../app/desk/outbox';
import type { Note } from '../../src/domain/calls/model';
import { logText } from '../../src/domain/messages/log-text';
import { shortened } from '../../src/domain/messages/shortened';
import { correctedNotes } from '../../src/ui/corrected-notes';
import { at } from '../support/desk';

const note = (id: string, correctsNoteId: string | null = null): Note => ({
  id,
  callId: 'call',
  kind: correctsNoteId === null ? 'point' : 'correction',
  text: id,
  at: at(1),
  byName: 'Olga Operator',
  correctsNoteId,
});

const shown = (...notes: Note[]) =>
  correctedNotes(notes).map((row) => [row.note.id, ...row.corrections.map(({ id }) => id)].join(' < '));

describe('corrections stand beside what they correct', () => {
  it('in order, and every point once', () => {
    expect(shown(note('a'), note('b'), note('c', 'a'), note('d'), note('e', 'a'))).toEqual([
      'a < c < e',
      'b',
      'd',
    ]);
  });

  it('also those that correct a correction', () => {
    expect(shown(note('a'), note('b', 'a'), note('c', 'b'), note('d', 'c'))).toEqual(['a < b < c < d']);
  });

  it('and by themselves where what they correct is not in the list', () => {
    expect(shown(note('b', 'a'), note('c'))).toEqual(['b', 'c']);
  });
});

it('a correction waits in the outbox as a note that says what it corrects', () => {
  const change: OutboxChange = {
    kind: 'note',
    callId: 'call',
    noteId: 'n2',
    text: 'A third.',
    noteKind: 'correction',
    correctsNoteId: 'n1',
  };
  const entry = joined([], change, { deskId: 'desk', seq: 1, madeAt: 1 });
  expect(entry).toMatchObject({ ...change, key: 'call/note/n2', refusal: null });
});

it('a log is copied as plain text, its points apart', () => {
  expect(logText({ subject: 'Jonas, 14:00', facts: ['Mood: calm'], points: ['1. 14:03: Half.'] })).toBe(
    'Jonas, 14:00\n\nMood: calm\n\n1. 14:03: Half.',
  );
  expect(logText({ subject: 'Jonas, 14:00', facts: [], points: [] })).toBe('Jonas, 14:00\n');
});

it.each([
  ['A text. ', 20, 'A text'],
  ['A text\non two  lines', 20, 'A text on two lines'],
  ['A text that is too long', 16, 'A text that is…'],
  ['Averylongwordthatendsnowhere', 10, 'Averylong…'],
])('%j in %i characters is %j', (text, length, expected) => {
  expect(shortened(text, length)).toBe(expected);
  expect(shortened(text, length).length).toBeLessThanOrEqual(length);
});
