import type { Problem } from '../../kernel/errors';
import { keyActions, usualKeys, type KeyAction } from './model';

type OwnKeys = Readonly<Record<string, string | null>>;

/** The keys of one action as this person has set them; null: switched off. */
export function keysOf(action: KeyAction, own: OwnKeys): string | null {
  const chosen = own[action];
  return chosen === undefined ? usualKeys[action] : chosen;
}

/** The action that these keys do for this person. */
export function actionOf(keys: string, own: OwnKeys): KeyAction | null {
  return keyActions.find((action) => keysOf(action, own) === keys) ?? null;
}

/** What moves the focus, closes, or completes: every dialog and every screen reader counts on them. */
const kept = /^(tab|enter|escape|space|backspace|delete|insert|home|end|left|right)$/;
/** Help, reload, the menu bar, full screen, developer tools: the browser answers them before the page does. */
const ofBrowser = /^f(1|5|10|11|12)$/;
const functionKey = /^f([1-9]|1\d|2[0-4])$/;
const letterOrDigit = /^[a-z0-9]$/;
/** With Ctrl, or Command, these neither edit text nor belong to a tab or a window of the browser. */
const freeWithMod = /^(b|e|g|i|k|slash)$/;
/** With Alt these open the address bar or the menus of the browser. */
const takenWithAlt = /^[def]$/;
const freeWithAlt = /^([a-z0-9]|up|down|pageup|pagedown)$/;

const TYPED = 'These keys write text. Add Alt or Ctrl, or take a function key.';
const TAKEN = 'The browser or the system needs these keys.';

/** Why these keys cannot do anything on the desk, in words; null: they can. */
export function keyProblem(keys: string): string | null {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const isOrdered = ['mod', 'alt', 'shift'].filter((part) => parts.includes(part)).join('+');
  if (parts.join('+') !== isOrdered) return TAKEN;
  const [hasMod, hasAlt, hasShift] = ['mod', 'alt', 'shift'].map((part) => parts.includes(part));
  if (kept.test(key)) return 'Every dialog and every screen reader needs this key.';
  if (functionKey.test(key)) {
    return ofBrowser.test(key) || hasMod || hasAlt ? TAKEN : null;
  }
  if (!letterOrDigit.test(key) && !/^(up|down|pageup|pagedown|slash)$/.test(key)) {
    return 'Take a function key, or a letter or digit with Alt or Ctrl.';
  }
  if (!hasMod && !hasAlt) {
    return letterOrDigit.test(key) || key === 'slash'
      ? TYPED
      : 'This key moves through the text and the page.';
  }
  // Ctrl and Alt together are AltGr, which writes signs; with Shift they are the browser's or change the keyboard's language.
  if ((hasMod && hasAlt) || hasShift) return TAKEN;
  if (hasMod) return freeWithMod.test(key) ? null : TAKEN;
  return freeWithAlt.test(key) && !takenWithAlt.test(key) ? null : TAKEN;
}

/** The other action that has the same keys already. */
export function sameKeysAs(action: KeyAction, own: OwnKeys): KeyAction | null {
  const keys = keysOf(action, own);
  if (keys === null) return null;
  return keyActions.find((other) => other !== action && keysOf(other, own) === keys) ?? null;
}

/** What is wrong with a person's set of keys; `field` is `keys.<action>`. Nothing: the desk can work with it. */
export function keyProblems(own: OwnKeys): Problem[] {
  return Object.entries(own).flatMap(([name, keys]) => {
    const field = `keys.${name}`;
    const action = keyActions.find((one) => one === name);
    if (action === undefined) return [{ field, words: 'The desk has no such action.' }];
    const words = keys === null ? null : keyProblem(keys);
    if (words !== null) return [{ field, words }];
    return sameKeysAs(action, own) === null
      ? []
      : [{ field, words: 'Another action has the same keys. Every action needs keys of its own.' }];
  });
}
