import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Home, HomeLine } from '../../src/domain/reports/home-line';
import { HomeList } from '../../src/ui/home-list';

const at = new Date('2026-11-20T12:00:00Z');
const line: HomeLine = {
  kind: 'promise',
  id: 'p1',
  ref: 'c1',
  clientName: 'Brightwater Payroll',
  timeZone: 'Europe/Berlin',
  urgency: null,
  words: 'when the rest is paid',
  name: 'Jonas Weber',
  count: 1,
  at,
  tier: 'late',
  isDeadline: true,
  href: '/manage/promises/p1',
};
const show = (home: Partial<Home>, isClientNamed = true) =>
  renderToStaticMarkup(
    <HomeList
      home={{ readAt: at, lines: [], isCut: false, ...home }}
      isClientNamed={isClientNamed}
      empty={<p>Nothing needs you now.</p>}
    />,
  );
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

it('says what, by when, for whom, and leads to where it is done', () => {
  const html = show({ lines: [line] });
  expect(textOf(html)).toBe(
    'Late (1) Promised to Jonas Weber: when the rest is paid Brightwater Payroll by 20 Nov, 13:00 Berlin Keep it',
  );
  expect(html).toContain('href="/manage/promises/p1"');
});

it('groups by how pressing it is, each group with a heading in words, and leaves out empty ones', () => {
  const later: HomeLine = {
    ...line,
    kind: 'escalations_to_review',
    tier: 'later',
    isDeadline: false,
    count: 3,
  };
  const html = show({
    lines: [line, { ...line, id: 'p2', tier: 'soon', urgency: 'emergency' }, later],
    isCut: true,
  });
  expect([...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, words = '']) => textOf(words))).toEqual([
    'Late (1)',
    'Soon (1)',
    'When there is time (1)',
  ]);
  expect(textOf(html)).toContain('EMERGENCY');
  expect(textOf(html)).toContain('3 escalations ended or stuck, not looked at');
  expect(textOf(html)).toContain('since 20 Nov, 13:00 Berlin');
  expect(textOf(html)).toContain('More waits than is shown here.');
});

it('of one client the name is not repeated, and an empty home is said in words', () => {
  expect(textOf(show({ lines: [line] }, false))).not.toContain('Brightwater');
  expect(textOf(show({}))).toBe('Nothing needs you now.');
});
