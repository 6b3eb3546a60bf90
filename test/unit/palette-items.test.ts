// What the palette offers, in which order.
import { describe, expect, it } from 'vitest';
import {
  actionItems,
  clientItems,
  deskItems,
  hitItems,
  paletteGroups,
  placeItems,
  type PaletteDoors,
} from '../../app/desk/palette-items';
import type { SearchHit } from '../../src/domain/calls/model';
import { usualKeys } from '../../src/domain/tenancy/model';
import { briefing, call, callback, desk, noon, statement } from '../support/desk';

const opened: string[] = [];
const doors: PaletteDoors = {
  open: (place) => opened.push(place === null ? 'the desk' : `${place.kind} ${place.id}`),
  showBriefing: ({ briefingId }) => opened.push(`briefing ${briefingId}`),
  showClient: ({ name }) => opened.push(`client ${name}`),
  enterComplaint: () => opened.push('a complaint'),
};

const state = desk({
  briefings: [briefing({ content: { statements: [statement('s1', 'The payslips of March are wrong.')] } })],
  waiting: [call({ id: 'ringing', state: 'ringing', answeredById: null, answeredAt: null })],
  mine: [call({ id: 'mine', callerName: 'Erika Müster' })],
  callbacks: [callback()],
});
const items = [
  ...actionItems(new Set(['escalate', 'tell1', 'palette', 'answer']), (action) => opened.push(action)),
  ...placeItems({ kind: 'call', id: 'mine' }, doors),
  ...deskItems(state, noon, doors, null),
  ...clientItems([{ id: 'alder', name: 'Alder Energy' }], doors),
];
const rows = (query: string, recents: string[] = []) =>
  paletteGroups(items, query, recents).flatMap((group) => group.items);
const choose = (query: string) => {
  opened.length = 0;
  rows(query)[0]?.run();
  return opened[0];
};

describe('a few letters find', () => {
  it.each([
    ['escal', 'escalate'],
    ['esclate', 'escalate'],
    ['muster', 'call mine'],
    ['payslips march', 'briefing b1'],
    ['wrong pays', 'briefing b1'],
    ['alder', 'client Alder Energy'],
    ['carl', 'callback c1'],
    ['complaint', 'a complaint'],
    ['back to the desk', 'the desk'],
  ])('%s: %s', (query, what) => {
    expect(choose(query)).toBe(what);
  });
});

it('offers what a key can do now, but not the palette itself; statements stand by their words', () => {
  const ids = items.map(({ id }) => id);
  expect(ids).toContain('action:escalate');
  expect(ids).not.toContain('action:palette');
  expect(ids).not.toContain('action:tell1');
  expect(ids).not.toContain('action:mood');
  expect(Object.keys(usualKeys)).toContain('mood');
});

it('shows what was chosen lately first, once, and leaves out what is there no more', () => {
  const [first, second, ...rest] = rows('', ['client:alder', 'call:gone', 'action:answer']);
  expect([first?.id, second?.id]).toEqual(['client:alder', 'action:answer']);
  expect(rest.map(({ id }) => id)).not.toContain('client:alder');
});

it('has at most twelve rows for a question, and none for nonsense', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `c${n}`, name: `Client ${n}` }));
  const found = paletteGroups(clientItems(many, doors), 'client', []).flatMap((group) => group.items);
  expect(found).toHaveLength(12);
  expect(rows('qqqqzzzz')).toEqual([]);
});

it('opens calls that the server found, and briefings that are in force', () => {
  const hit = (kind: SearchHit['kind'], id: string): SearchHit => ({
    kind,
    id,
    clientId: 'brightwater',
    clientName: 'Brightwater Payroll',
    title: 'Erika Muster',
    excerpt: 'was paid half',
    at: noon,
  });
  const found = hitItems(
    [hit('call', 'old'), hit('briefing', 'b1'), hit('briefing', 'over')],
    (id) => (id === 'b1' ? briefing() : null),
    doors,
  );
  opened.length = 0;
  for (const { run } of found) run();
  expect(opened).toEqual(['call old', 'briefing b1']);
});
