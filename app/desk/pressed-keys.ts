type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'Fn', 'Dead']);

const named: Readonly<Record<string, string>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Slash: 'slash',
};

/**
 * The name of the key alone. A letter or the slash is the one that the keyboard's layout writes there, so that Ctrl+/
 * and Ctrl+K are where they are printed; what Alt turns into another sign (on a Mac every letter) is named by its place.
 */
function keyOf({ key, code, altKey }: Pressed): string {
  if (key === '/' && !altKey) return 'slash';
  if (/^[a-z0-9]$/i.test(key) && !code.startsWith('Numpad')) return key.toLowerCase();
  return named[code] ?? code.replace(/^(Key|Digit)/, '').toLowerCase();
}

/**
 * The keys of a press in the notation of the keymap; null while only modifiers are down. Of the modifiers Ctrl is
 * `mod`, on a Mac Command; the other one of the two is named `ctrl` or `meta`, which no action has.
 */
export function pressedKeys(event: Pressed, isMac: boolean): string | null {
  // Without a code it is no key: browsers say so when they fill in a field.
  if (!event.code || (MODIFIERS.has(event.key) && !/^Key|^Digit/.test(event.code))) return null;
  const key = keyOf(event);
  const isMod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey && 'ctrl' : event.metaKey && 'meta';
  // On many layouts the slash is written with Shift.
  const isShift = event.shiftKey && key !== 'slash';
  const parts = [other, isMod && 'mod', event.altKey && 'alt', isShift && 'shift', key];
  return parts.filter((part) => part !== false).join('+');
}
