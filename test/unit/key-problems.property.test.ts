// Whatever set of keys the desk accepts, it can work with: no key does two things, and none is needed for typing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf, keyProblem, keyProblems, keysOf } from '../../src/domain/tenancy/key-problems';
import { keyActions, usualKeys, type KeyAction } from '../../src/domain/tenancy/model';

const bases = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789',
  ...Array.from({ length: 24 }, (_, n) => `f${n + 1}`),
  ...['up', 'down', 'left', 'right', 'pageup', 'pagedown', 'home', 'end', 'insert', 'delete', 'slash'],
  ...['tab', 'enter', 'escape', 'space', 'backspace', 'numpad1', 'bracketleft', 'contextmenu', ''],
];
const modifiers = ['ctrl', 'meta', 'mod', 'alt', 'shift'];
const keys = fc
  .tuple(fc.subarray(modifiers), fc.constantFrom(...bases))
  .map(([held, base]) => [...held, base].join('+'));
const anyText = fc.oneof(keys, fc.string({ maxLength: 40 }));
/** Mostly keys that can be had, so that whole sets are accepted often enough. */
const likely = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(usualKeys), 'alt+q', 'alt+w', 'f3', 'shift+f2') },
  { weight: 1, arbitrary: anyText },
);
const own = fc.dictionary(fc.constantFrom<string>(...keyActions, 'fly'), fc.option(likely), { maxKeys: 6 });

const effective = (set: Record<string, string | null>) =>
  keyActions.flatMap((action) => keysOf(action, set) ?? []);

describe('a set of keys', () => {
  it('that is accepted has no doubles, and no key that writes, moves the focus or belongs to the browser', () => {
    let accepted = 0;
    fc.assert(
      fc.property(own, (set) => {
        if (keyProblems(set).length > 0) return;
        accepted += 1;
        const all = effective(set);
        expect(new Set(all).size).toBe(all.length);
        for (const one of all) {
          expect(one).toMatch(/^(shift\+)?f\d+$|^(alt|mod)\+/);
          expect(one).not.toMatch(/\b(tab|enter|escape|f1|f5|f11|f12|ctrl|meta)$|^mod\+[wtnacvxz]$/);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('that is refused says so of an action in it, in words', () => {
    fc.assert(
      fc.property(own, (set) => {
        for (const { field, words } of keyProblems(set)) {
          expect(Object.keys(set).map((action) => `keys.${action}`)).toContain(field);
          expect(words).toMatch(/\.$/);
        }
      }),
    );
  });

  it('stays accepted when two actions swap their keys', () => {
    const two = fc.tuple(fc.constantFrom(...keyActions), fc.constantFrom(...keyActions));
    fc.assert(
      fc.property(own, two, (set, [a, b]: [KeyAction, KeyAction]) => {
        fc.pre(keyProblems(set).length === 0);
        const swapped = { ...set, [a]: keysOf(b, set), [b]: keysOf(a, set) };
        expect(keyProblems(swapped)).toEqual([]);
      }),
    );
  });

  it('finds the action of every one of its keys', () => {
    fc.assert(
      fc.property(own, (set) => {
        fc.pre(keyProblems(set).length === 0);
        for (const action of keyActions) {
          const one = keysOf(action, set);
          if (one !== null) expect(actionOf(one, set)).toBe(action);
        }
      }),
    );
  });
});

describe('the usual keys', () => {
  it('are a set that is accepted, and so is switching any of them off', () => {
    expect(keyProblems({})).toEqual([]);
    expect(keyProblems(usualKeys)).toEqual([]);
    for (const action of keyActions) expect(keyProblems({ [action]: null })).toEqual([]);
  });
});

it.each([
  'w',
  '7',
  'shift+k',
  'slash',
  'shift+slash',
  'up',
  'tab',
  'shift+tab',
  'enter',
  'mod+enter',
  'escape',
  'mod+w',
  'mod+t',
  'mod+n',
  'mod+c',
  'mod+1',
  'mod+shift+k',
  'f1',
  'f5',
  'shift+f5',
  'f11',
  'f12',
  'alt+f4',
  'mod+f4',
  'alt+d',
  'alt+left',
  'mod+alt+q',
  'alt+shift+q',
  'ctrl+k',
  'meta+k',
  'alt+mod+k',
  'mod+k+g',
  'alt+',
  '',
  'numpad1',
  'K',
  'f25',
])('%s is refused', (one) => {
  expect(keyProblem(one)).not.toBeNull();
});

it.each([
  'f2',
  'f3',
  'shift+f8',
  'f13',
  'f24',
  'alt+n',
  'alt+9',
  'alt+up',
  'alt+pagedown',
  'mod+k',
  'mod+slash',
])('%s can be had', (one) => {
  expect(keyProblem(one)).toBeNull();
});
