import type { BriefingSheet, SheetItem } from '../domain/briefings/briefing-sheet';
import { plainText, printedText } from '../kernel/printed-text';

/** Where a text must stand and none is left. */
const NOTHING = '–';

const NOTICE =
  'Some words are in a script that this PDF cannot show; a note in [brackets] stands in their place. The Markdown and JSON exports hold them.';

/**
 * The sheet without what its typeface cannot show: a passage in another script becomes a note that says so, rather than
 * a row of boxes, and a notice tells the reader.
 */
export function printableSheet(sheet: BriefingSheet, canShow: (codePoint: number) => boolean): BriefingSheet {
  let isComplete = true;
  const printable = (text: string) => {
    const shown = printedText(text, canShow);
    if (shown !== plainText(text)) isComplete = false;
    return shown;
  };
  const item = ({ lead, words, notes, ...rest }: SheetItem): SheetItem => ({
    ...rest,
    lead: printable(lead),
    words: printable(words),
    notes: notes.map(printable),
  });
  const shown: BriefingSheet = {
    headline: printable(sheet.headline) || NOTHING,
    severity: sheet.severity,
    clientName: printable(sheet.clientName) || NOTHING,
    notices: sheet.notices.map(printable),
    facts: sheet.facts.map(([name, words]) => [name, printable(words) || NOTHING]),
    sections: sheet.sections.map((section) => ({ ...section, items: section.items.map(item) })),
  };
  return isComplete ? shown : { ...shown, notices: [...shown.notices, NOTICE] };
}
