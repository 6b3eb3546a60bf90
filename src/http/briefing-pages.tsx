import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { BriefingSheet, SheetItem, SheetSection } from '../domain/briefings/briefing-sheet';

export const FONT = 'Inter';

const INK = '#111827';
const MUTED = '#4B5563';
const RULE = '#D1D5DB';
const NEVER_INK = '#7F1D1D';
const NEVER_GROUND = '#FEF2F2';

const severityColours: Record<string, [ink: string, ground: string]> = {
  CRITICAL: ['#9F1239', '#FFF1F2'],
  HIGH: ['#9A3412', '#FFF7ED'],
  MEDIUM: ['#854D0E', '#FEFCE8'],
  LOW: ['#1E40AF', '#EFF6FF'],
};

/** What is shorter is not cut by the end of a page. */
const MOST_LINES_KEPT = 12;
const LETTERS_OF_LINE = 80;

const styles = StyleSheet.create({
  page: {
    fontFamily: FONT,
    // Inter's contextual forms (an arrow out of "->", say) cost half the time of a page, and no sentence needs them.
    fontFeatureSettings: { calt: 0 },
    fontSize: 11,
    lineHeight: 1.45,
    color: INK,
    padding: 48,
    paddingBottom: 64,
  },
  client: { fontSize: 10, color: MUTED },
  headline: { fontSize: 20, lineHeight: 1.25, fontWeight: 700, marginTop: 2, marginBottom: 8 },
  severity: {
    alignSelf: 'flex-start',
    fontSize: 10,
    fontWeight: 700,
    paddingVertical: 2,
    paddingHorizontal: 6,
  },
  notice: { borderWidth: 1.5, borderColor: INK, padding: 8, marginTop: 8, fontWeight: 700 },
  facts: { marginTop: 10 },
  fact: { flexDirection: 'row', fontSize: 9.5 },
  factName: { width: 110, color: MUTED },
  factWords: { flex: 1 },
  title: { fontSize: 12, fontWeight: 700, marginTop: 16, marginBottom: 4 },
  never: {
    backgroundColor: NEVER_GROUND,
    borderColor: NEVER_INK,
    borderLeftWidth: 4,
    borderRightWidth: 1,
    paddingHorizontal: 10,
    paddingTop: 3,
  },
  neverFirst: { borderTopWidth: 1, marginTop: 16, paddingTop: 8 },
  neverLast: { borderBottomWidth: 1, paddingBottom: 3 },
  neverTitle: { color: NEVER_INK, marginTop: 0 },
  item: { flexDirection: 'row', marginBottom: 7 },
  number: { width: 24, fontWeight: 700 },
  body: { flex: 1 },
  lead: { fontWeight: 700 },
  struck: { textDecoration: 'line-through' },
  notes: { fontSize: 8.5, lineHeight: 1.35, color: MUTED, marginTop: 1 },
  footer: {
    position: 'absolute',
    left: 48,
    right: 48,
    // Counted from the top: counted from the bottom it goes astray on later pages (react-pdf 4.9).
    top: 796,
    flexDirection: 'row',
    paddingTop: 6,
    fontSize: 8.5,
    color: MUTED,
  },
  footerWords: { flex: 1 },
});

/** A briefing on A4, for the file and for a desk without a screen. */
export function BriefingPages({ sheet }: { sheet: BriefingSheet }) {
  const [color, backgroundColor] = severityColours[sheet.severity] ?? [INK, RULE];
  return (
    <Document
      title={sheet.headline}
      author={sheet.clientName}
      creator="Calmline"
      producer="Calmline"
      language="en"
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.client}>{sheet.clientName}</Text>
        <Text style={styles.headline}>{sheet.headline}</Text>
        <Text style={[styles.severity, { color, backgroundColor }]}>{sheet.severity}</Text>
        {sheet.notices.map((notice) => (
          <Text key={notice} style={styles.notice}>
            {notice}
          </Text>
        ))}
        <View style={styles.facts}>
          {sheet.facts.map(([name, words]) => (
            <View key={name} style={styles.fact}>
              <Text style={styles.factName}>{name}</Text>
              <Text style={styles.factWords}>{words}</Text>
            </View>
          ))}
        </View>
        {sheet.sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
        <View fixed style={styles.footer}>
          <Text style={styles.footerWords}>{shortened(sheet.headline)}</Text>
          <Text render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
        </View>
      </Page>
    </Document>
  );
}

/** A section stands on the page part by part, not in one box: a box that breaks across pages loses its shape. */
function Section({ section: { title, kind, items } }: { section: SheetSection }) {
  const isNever = kind === 'never_say';
  return items.map((item, n) => {
    const isFirst = n === 0;
    const isLast = n === items.length - 1;
    const number = item.number === undefined ? ' ' : `${item.number}.`;
    const mark = kind === 'numbered' ? number : items.length > 1 ? '•' : '';
    const frame = [styles.never, isFirst ? styles.neverFirst : {}, isLast ? styles.neverLast : {}];
    return (
      <View key={n} wrap={lineCount(item.words) > MOST_LINES_KEPT} style={isNever ? frame : {}}>
        {/* In one box with the first part, so that no page ends with a heading. */}
        {isFirst && <Text style={isNever ? [styles.title, styles.neverTitle] : styles.title}>{title}</Text>}
        <Item item={item} mark={mark} />
      </View>
    );
  });
}

function Item({ item: { lead, words, notes, isStruck }, mark }: { item: SheetItem; mark: string }) {
  const isWordsStruck = isStruck && lead === '';
  return (
    <View style={styles.item}>
      <Text style={styles.number}>{mark}</Text>
      <View style={styles.body}>
        {lead !== '' && <Text style={isStruck ? [styles.lead, styles.struck] : styles.lead}>{lead}</Text>}
        {words !== '' && <Text style={isWordsStruck ? styles.struck : {}}>{words}</Text>}
        {notes.length > 0 && <Text style={styles.notes}>{notes.join(' · ')}</Text>}
      </View>
    </View>
  );
}

/** About how many lines a text takes. */
function lineCount(text: string): number {
  return text.split('\n').reduce((lines, { length }) => lines + Math.ceil((length + 1) / LETTERS_OF_LINE), 0);
}

const shortened = (text: string) => (text.length <= 70 ? text : `${text.slice(0, 69)}…`);
