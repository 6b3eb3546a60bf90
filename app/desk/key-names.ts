const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  up: '↑',
  down: '↓',
  slash: '/',
  enter: 'Enter',
  escape: 'Esc',
  pageup: 'Page ↑',
  pagedown: 'Page ↓',
};

const macNames: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥' };

/** `alt+down` as it stands on the keys: Alt, ↓. */
export function keyNames(keys: string, isMac = false): string[] {
  return keys.split('+').map((key) => (isMac ? macNames[key] : undefined) ?? names[key] ?? key.toUpperCase());
}
