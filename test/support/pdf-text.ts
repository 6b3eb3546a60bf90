import { inflateSync } from 'node:zlib';

/** The text of each page of a PDF as react-pdf writes it: objects in plain view, streams deflated, embedded fonts. */
export function pdfPages(file: Buffer): string[] {
  const objects = objectsOf(file);
  const body = (id: string | undefined) => objects.get(id ?? '') ?? { head: '', stream: '' };
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(body(id).head)?.[1];
      fonts.set(name, lettersOf(body(unicode).stream));
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => textOf(body(/\/Contents (\d+) 0 R/.exec(head)?.[1]).stream, fonts));
}

function objectsOf(file: Buffer): Map<string, { head: string; stream: string }> {
  const found = new Map<string, { head: string; stream: string }>();
  for (const [, id = '', whole = ''] of file
    .toString('latin1')
    .matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', packed] = whole.split(/\nstream\n/, 2);
    const bytes = Buffer.from((packed ?? '').replace(/\nendstream$/, ''), 'latin1');
    const isText = packed !== undefined && head.includes('FlateDecode');
    found.set(id, { head, stream: isText ? inflateSync(bytes).toString('latin1') : '' });
  }
  return found;
}

/** Which letters each glyph of a font stands for. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const ofRange = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => hex.replaceAll(' ', ''));
    for (const [n, hex] of ofRange.entries()) {
      letters.set(parseInt(first, 16) + n, Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  const lines: string[] = [];
  for (const [, font, run = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) {
      letters = fonts.get(font) ?? new Map<number, string>();
      continue;
    }
    const glyphs = [...run.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    lines.push(glyphs.map((glyph) => letters.get(parseInt(glyph, 16)) ?? '').join(''));
  }
  return lines.join('\n');
}
