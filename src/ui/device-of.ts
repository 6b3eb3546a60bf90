const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** A browser's own description in words that its owner recognises, for example "Chrome on Windows". */
export function deviceOf(userAgent: string): { words: string; isPhone: boolean } {
  const known = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = known(browsers) ?? 'A browser';
  const system = known(systems);
  const isPhone = /iPhone|iPad|Android|Mobile/.test(userAgent);
  return { words: system ? `${browser} on ${system}` : browser, isPhone };
}
