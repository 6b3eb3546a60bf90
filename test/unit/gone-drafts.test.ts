import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoption, leftHere, leftOnServer } from '../../app/desk/gone-drafts';
import { draftKey, type OutboxChange } from '../../app/desk/outbox';
import { writingWords } from '../../app/desk/writing-words';
import { at } from '../support/desk';

const known = (drafts: Record<string, string> = {}, windows: string[] = []) => ({
  callId: 'call',
  deskId: 'mine',
  windows,
  drafts: Object.fromEntries(
    Object.entries(drafts).map(([deskId, text]) => [draftKey('call', deskId), text]),
  ),
});
const served = (deskId: string, text: string, minutes = 0) => ({ deskId, text, savedAt: at(minutes) });
const open = (deskId: string) => ({ deskId, membershipId: 'me', name: 'Olga Operator', isWriting: false });

/** What the field of this window shows after the changes. */
const shown = (changes: readonly OutboxChange[], before = '') =>
  changes.reduce((text, change) => {
    const isOwn = change.kind === 'draft' && change.draftDeskId === undefined;
    return isOwn ? change.text : text;
  }, before);

describe('what a gone window was typing', () => {
  test('comes above what is typed here, and is cleared where it was', () => {
    expect(adoption(known({ mine: 'Is angry' }), [{ deskId: 'gone', text: 'Was paid half' }])).toEqual([
      { kind: 'draft', callId: 'call', text: 'Was paid half\nIs angry' },
      { kind: 'draft', callId: 'call', text: '', draftDeskId: 'gone' },
    ]);
  });

  test('is not written a second time where it stands already', () => {
    const left = [{ deskId: 'gone', text: 'Was paid half' }];
    const first = adoption(known({ mine: 'Is angry' }), left);
    expect(adoption(known({ mine: shown(first) }), left)).toEqual([
      { kind: 'draft', callId: 'call', text: '', draftDeskId: 'gone' },
    ]);
  });

  test('stays, though the same letters stand inside another word', () => {
    const changes = adoption(known({ mine: 'Was paid half' }), [{ deskId: 'gone', text: 'paid' }]);
    expect(shown(changes)).toBe('paid\nWas paid half');
  });

  test('is never dropped, whatever was typed where', () => {
    const text = fc.stringMatching(/^[a-z]{1,3}( [a-z]{1,3}){0,3}$/);
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (mine, texts) => {
        const left = texts.map((words, position) => ({ deskId: `gone-${position}`, text: words }));
        const lines = shown(adoption(known({ mine }), left), mine).split('\n');
        expect(lines).toEqual(expect.arrayContaining([mine, ...texts]));
      }),
    );
  });
});

describe('which windows are gone', () => {
  test('those whose words lie on this computer, but not this one, and not for other calls', () => {
    const drafts = {
      ...known({ mine: 'a', gone: 'b', empty: ' ' }).drafts,
      [draftKey('other', 'gone')]: 'c',
    };
    expect(leftHere({ ...known(), drafts })).toEqual([{ deskId: 'gone', text: 'b' }]);
  });

  test('those of the server’s that nobody has open, the oldest words first', () => {
    const drafts = [
      served('new', 'later', 5),
      served('old', 'earlier', 1),
      served('mine', 'x'),
      served('there', 'y'),
    ];
    expect(leftOnServer(known(), drafts, [open('there')]).map(({ deskId }) => deskId)).toEqual([
      'old',
      'new',
    ]);
  });

  test('one of this computer that still counts as open is asked for: its lock tells', () => {
    const drafts = [served('crashed', 'words')];
    expect(leftOnServer(known(), drafts, [open('crashed')])).toEqual([]);
    expect(leftOnServer(known({}, ['crashed']), drafts, [open('crashed')])).toHaveLength(1);
  });

  test('what this computer knows of a window counts more than what the server has', () => {
    expect(leftOnServer(known({ gone: '' }), [served('gone', 'sent as a point since')], [])).toEqual([]);
  });
});

describe('who else is at a call, in words', () => {
  const here = { me: 'me', deskId: 'mine' };
  const desk = (deskId: string, membershipId: string, name: string, isWriting = false) => ({
    ...{ deskId, membershipId, name, isWriting },
  });

  test('nobody', () => {
    expect(writingWords([desk('mine', 'me', 'Olga', true)], here)).toBe('');
  });

  test('oneself in another window', () => {
    expect(writingWords([desk('two', 'me', 'Olga', true)], here)).toBe(
      'You are writing here in another window.',
    );
    expect(writingWords([desk('two', 'me', 'Olga')], here)).toBe(
      'You have this call open in another window too.',
    );
  });

  test('colleagues, who writes first, each once', () => {
    const desks = [desk('a', 'ben', 'Ben'), desk('b', 'dana', 'Dana'), desk('c', 'dana', 'Dana', true)];
    expect(writingWords(desks, here)).toBe('Dana is writing here. Ben has this call open too.');
  });
});
