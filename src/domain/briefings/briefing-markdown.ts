import type { BriefingSheet, SheetItem, SheetSection } from './briefing-sheet';

/** A sheet as CommonMark. What people wrote stands in it as text: none of it becomes markup, a link or HTML. */
export function briefingMarkdown(sheet: BriefingSheet): string {
  const blocks = [
    `# ${oneLine(sheet.headline)}`,
    ...sheet.notices.map((notice) => `> **${oneLine(notice)}**`),
    `**${oneLine(sheet.severity)}**`,
    sheet.facts.map(([name, words]) => `- ${oneLine(name)}: ${oneLine(words)}`).join('\n'),
    ...sheet.sections.flatMap((section) => [`## ${oneLine(section.title)}`, itemsOf(section)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function itemsOf({ kind, items }: SheetSection): string {
  return items
    .map((item) => {
      const isTranslation = kind === 'numbered' && item.number === undefined;
      const mark = item.number === undefined ? (isTranslation ? '   - ' : '- ') : `${item.number}. `;
      const indent = ' '.repeat(mark.length);
      return `${mark}${linesOf(item).join(`\\\n${indent}`)}`;
    })
    .join('\n');
}

/** Every line of an item; they are joined by hard breaks, so that the item stays one paragraph. */
function linesOf({ lead, words, notes, isStruck }: SheetItem): string[] {
  const struck = (line: string) => (isStruck ? `~~${line}~~` : line);
  const leads = inert(lead).map((line) => struck(`**${line}**`));
  // What is said instead of something struck is not struck itself.
  const said = inert(words).map((line) => (lead === '' ? struck(line) : line));
  return [...leads, ...said, ...(notes.length === 0 ? [] : [`*${oneLine(notes.join(' · '))}*`])];
}

const oneLine = (text: string) => inert(text).join(' ');

/** The lines of a text that means only itself in CommonMark and in what GitHub adds to it; empty lines are left out. */
function inert(text: string): string[] {
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').replace(UNSEEN, '').trim())
    .filter((line) => line !== '')
    .map((line) =>
      line
        .replace(/[\\`*_[\]#|~$@]/g, '\\$&')
        .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
        .replace(/www(?=\.)/gi, '$&\\')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/^[-+=]/, '\\$&')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2'),
    );
}

/** Controls, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
