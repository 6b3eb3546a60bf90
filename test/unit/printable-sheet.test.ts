import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BriefingSheet } from '../../src/domain/briefings/briefing-sheet';
import { printableSheet } from '../../src/http/printable-sheet';

const sheetOf = (words: string): BriefingSheet => ({
  headline: words,
  severity: 'HIGH',
  clientName: words,
  notices: [],
  facts: [['Client', words]],
  sections: [
    { title: 'Facts', kind: 'plain', items: [{ lead: words, words, notes: [words], isStruck: false }] },
  ],
});

/** A typeface with the letters of Latin-1, and nothing for the end of a line. */
const canShow = (codePoint: number) => codePoint >= 0x20 && codePoint < 0x100 && codePoint !== 0x7f;

const printed: [what: string, text: string, shown: string, isWhole: boolean][] = [
  ['letters that are there', 'Größe, ¿señor?', 'Größe, ¿señor?', true],
  ['letters in two parts', 'Sen\u0303or', 'Señor', true],
  ['another script, as one note for the passage', 'a مرحبا بكم b', 'a [Arabic, not shown] b', false],
  ['two scripts, each by its name', '你好\nשלום', '[Chinese, not shown]\n[Hebrew, not shown]', false],
  ['a picture', 'Hello 🙂', 'Hello [a picture sign, not shown]', false],
  ['what has no name here', 'ᚠ', '[another script, not shown]', false],
  ['no turned text and no controls', 'a\u202Eb\u0000c\td', 'abc d', true],
  ['no empty lines', '\n\na\r\n \r\nb\u2028c\n', 'a\nb\nc', true],
];

it.each(printed)('prints %s', (_, text, shown, isWhole) => {
  const { sections, notices } = printableSheet(sheetOf(text), canShow);
  expect(sections[0]?.items).toEqual([{ lead: shown, words: shown, notes: [shown], isStruck: false }]);
  expect(notices).toHaveLength(isWhole ? 0 : 1);
});

it('leaves nothing that the typeface could not show, and no headline empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const sheet = printableSheet(sheetOf(text), canShow);
      const [item] = sheet.sections[0]?.items ?? [];
      for (const line of (item?.words ?? '').split('\n')) {
        for (const sign of line) expect(canShow(sign.codePointAt(0) ?? 0)).toBe(true);
      }
      expect(sheet.headline).not.toBe('');
    }),
  );
});
