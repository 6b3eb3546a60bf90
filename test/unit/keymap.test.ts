// Which keys a press is, on keyboards of several countries, and how they are shown.
import { describe, expect, it } from 'vitest';
import { keyNames } from '../../app/desk/key-names';
import { actionGroups, actionWords } from '../../app/desk/keymap';
import { nextMood } from '../../app/desk/mood-key';
import { pressedKeys } from '../../app/desk/pressed-keys';
import { moods } from '../../src/domain/calls/model';
import { keyActions, usualKeys } from '../../src/domain/tenancy/model';

type Held = { ctrl?: boolean; alt?: boolean; shift?: boolean; meta?: boolean };

function press(key: string, code: string, held: Held = {}, isMac = false) {
  const { ctrl = false, alt = false, shift = false, meta = false } = held;
  return pressedKeys({ key, code, ctrlKey: ctrl, altKey: alt, shiftKey: shift, metaKey: meta }, isMac);
}

describe('a press is', () => {
  it.each([
    ['F8', press('F8', 'F8'), 'f8'],
    ['Shift and F8', press('F8', 'F8', { shift: true }), usualKeys.emergency],
    ['Ctrl and K', press('k', 'KeyK', { ctrl: true }), usualKeys.palette],
    ['Ctrl and K with Caps Lock', press('K', 'KeyK', { ctrl: true }), usualKeys.palette],
    ['Command and K on a Mac', press('k', 'KeyK', { meta: true }, true), usualKeys.palette],
    ['Ctrl and K on a Mac, which no action has', press('k', 'KeyK', { ctrl: true }, true), 'ctrl+k'],
    ['the Windows key and K, which no action has', press('k', 'KeyK', { meta: true }), 'meta+k'],
    ['Ctrl and /', press('/', 'Slash', { ctrl: true }), usualKeys.keySheet],
    [
      'Ctrl and / where it is Shift and 7',
      press('/', 'Digit7', { ctrl: true, shift: true }),
      usualKeys.keySheet,
    ],
    ['Ctrl and / of the number pad', press('/', 'NumpadDivide', { ctrl: true }), usualKeys.keySheet],
    ['Alt and ↓', press('ArrowDown', 'ArrowDown', { alt: true }), usualKeys.nextRegion],
    ['Alt and 1 on a French keyboard', press('&', 'Digit1', { alt: true }), usualKeys.tell1],
    ['Alt and 1 on a Mac', press('¡', 'Digit1', { alt: true }, true), usualKeys.tell1],
    ['Alt and N on a Mac, a dead key', press('Dead', 'KeyN', { alt: true }, true), usualKeys.nextStep],
    ['Alt and L on a Mac', press('@', 'KeyL', { alt: true }, true), usualKeys.language],
    ['Ctrl and K on a Russian keyboard', press('л', 'KeyK', { ctrl: true }), usualKeys.palette],
    ['Ctrl and K on a Dvorak keyboard', press('k', 'KeyV', { ctrl: true }), usualKeys.palette],
    ['Alt and Z on a German keyboard', press('z', 'KeyY', { alt: true }), 'alt+z'],
  ])('%s', (_what, pressed, keys) => {
    expect(pressed).toBe(keys);
  });

  it('not Alt and 1 where Alt and the number pad write a sign', () => {
    expect(press('1', 'Numpad1', { alt: true })).not.toBe(usualKeys.tell1);
  });

  it('not Alt and L where AltGr and L write a sign: AltGr is Ctrl and Alt', () => {
    expect(press('ł', 'KeyL', { ctrl: true, alt: true })).not.toBe(usualKeys.language);
  });

  it('nothing while only modifiers are down, or when a browser fills in a field', () => {
    expect(press('Shift', 'ShiftLeft', { shift: true })).toBeNull();
    expect(press('Control', 'ControlLeft', { ctrl: true })).toBeNull();
    expect(press('', '')).toBeNull();
  });
});

it('names keys as they are printed', () => {
  expect(keyNames('alt+down')).toEqual(['Alt', '↓']);
  expect(keyNames('mod+slash')).toEqual(['Ctrl', '/']);
  expect(keyNames('mod+slash', true)).toEqual(['⌘', '/']);
  expect(keyNames('shift+f8')).toEqual(['Shift', 'F8']);
});

it('lists every action once on the sheet of keys, each in words of its own', () => {
  const listed = actionGroups.flatMap(({ actions }) => actions);
  expect(listed.toSorted()).toEqual([...keyActions].toSorted());
  expect(new Set(Object.values(actionWords)).size).toBe(keyActions.length);
});

it('goes round the moods with one key', () => {
  expect(nextMood(null)).toBe('calm');
  expect(moods.map(nextMood)).toEqual(['upset', 'angry', 'abusive', 'calm']);
});
