import { StyleSheet } from '@react-pdf/renderer';

export const FONT = 'Inter';

export const INK = '#111827';
export const MUTED = '#4B5563';
export const RULE = '#D1D5DB';

export const severityColours: Record<string, [ink: string, ground: string]> = {
  critical: ['#9F1239', '#FFF1F2'],
  high: ['#9A3412', '#FFF7ED'],
  medium: ['#854D0E', '#FEFCE8'],
  low: ['#1E40AF', '#EFF6FF'],
};

/** What a chart is drawn in: told apart by lightness, so that a print without colours says the same. */
export const shades = { dark: '#1E3A8A', middle: '#93A4C8', light: '#FFFFFF' };

/** Of an A4 page, in points, between its margins. */
export const CONTENT_WIDTH = 499;

/** So many lines fit on a page with room to spare: what has no more is not cut by the end of one. */
const MOST_LINES_KEPT = 36;
const LETTERS_OF_LINE = 80;

/** Whether a text may stand on one page as a whole. @param share of the width of a page that it has, 0 to 1 */
export function isKeptTogether(text: string, share = 1): boolean {
  const lines = text.split('\n').map(({ length }) => Math.ceil((length + 1) / (LETTERS_OF_LINE * share)));
  return lines.reduce((sum, count) => sum + count, 0) <= MOST_LINES_KEPT;
}

export const styles = StyleSheet.create({
  page: {
    fontFamily: FONT,
    fontSize: 9.5,
    lineHeight: 1.4,
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
  fact: { flexDirection: 'row' },
  factName: { width: 110, color: MUTED },
  factWords: { flex: 1 },
  title: { fontSize: 13, fontWeight: 700, marginTop: 18, marginBottom: 4 },
  subtitle: { fontWeight: 700, marginTop: 10, marginBottom: 2 },
  muted: { color: MUTED },
  bold: { fontWeight: 700 },
  figures: { flexDirection: 'row', flexWrap: 'wrap', marginTop: 6 },
  figure: { width: '25%', paddingRight: 10, marginBottom: 8 },
  figureCount: { fontSize: 18, lineHeight: 1.2, fontWeight: 700 },
  figureWords: { fontSize: 8.5, color: MUTED },
  row: { flexDirection: 'row', borderTopWidth: 0.75, borderColor: RULE, paddingVertical: 3 },
  head: { flexDirection: 'row', borderBottomWidth: 1, borderColor: INK, paddingVertical: 3, fontWeight: 700 },
  call: { borderTopWidth: 0.75, borderColor: RULE, paddingTop: 5, paddingBottom: 6 },
  callHead: { fontWeight: 700 },
  callCourse: { fontSize: 8.5, color: MUTED, marginBottom: 2 },
  footer: {
    position: 'absolute',
    left: 48,
    right: 48,
    // Counted from the top: counted from the bottom it goes astray (react-pdf 4.9).
    top: 796,
    flexDirection: 'row',
    paddingTop: 6,
    fontSize: 8.5,
    color: MUTED,
  },
  footerWords: { flex: 1 },
});
