import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDrafts, type Side } from '../../app/portal/briefings/[briefingId]/merge-drafts';
import { conflictTitle, conflictWords } from '../../app/portal/briefings/[briefingId]/merge-words';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import {
  briefingContentInput,
  type BriefingContent,
  type BriefingContentInput,
} from '../../src/domain/briefings/model';

function draft(input: BriefingContentInput = {}): BriefingContent {
  let made = 0;
  return identifiedContent(briefingContentInput.parse(input), () => `id-${(made += 1)}`);
}

const statement = (id: string, text: string) => ({ id, text, validUntil: null, in: {} });
const withStatements = (...statements: BriefingContent['statements']): BriefingContent => ({
  ...draft({ headline: 'Payslips are wrong' }),
  statements,
});
const textsOf = ({ statements }: BriefingContent) => statements.map(({ text }) => text);

const words = fc.constantFrom('', 'one', 'two', 'three', 'four');
const itemIds = ['a', 'b', 'c', 'd', 'e'];
const instants = fc.constantFrom(null, '2026-03-29T16:00:00.000Z', '2026-03-30T16:00:00.000Z');
const translations = fc.dictionary(fc.constantFrom('es', 'fr'), fc.constantFrom('uno', 'dos'), {
  maxKeys: 2,
});
const statements = fc
  .shuffledSubarray(itemIds)
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), text: words, validUntil: instants, in: translations }),
      ),
    ),
  );
const contents: fc.Arbitrary<BriefingContent> = fc
  .record({
    headline: words,
    severity: fc.constantFrom('critical', 'high', 'low'),
    opening: words,
    openingIn: translations,
    endsAt: instants,
    statements,
  })
  .map((part) => ({ ...draft(), ...part }));

describe('two drafts that began as one', () => {
  it('are the same draft when nobody, or only one of them, changed it', () => {
    fc.assert(
      fc.property(contents, contents, (base, other) => {
        expect(mergeDrafts(base, base, base)).toEqual({ content: base, conflicts: [] });
        expect(mergeDrafts(base, other, base)).toEqual({ content: other, conflicts: [] });
        expect(mergeDrafts(base, base, other)).toEqual({ content: other, conflicts: [] });
        expect(mergeDrafts(base, other, other)).toEqual({ content: other, conflicts: [] });
        expect(mergeDrafts(null, other, other)).toEqual({ content: other, conflicts: [] });
      }),
    );
  });

  it('keep both authors’ changes where they are in different places', () => {
    fc.assert(
      fc.property(contents, contents, contents, (base, one, two) => {
        const mine = { ...base, headline: one.headline, statements: one.statements };
        const theirs = { ...base, opening: two.opening, openingIn: two.openingIn, endsAt: two.endsAt };
        const { content, conflicts } = mergeDrafts(base, mine, theirs);
        expect(conflicts).toEqual([]);
        expect(content).toEqual({ ...theirs, headline: one.headline, statements: one.statements });
      }),
    );
  });

  it('lose no item that somebody added, and bring back none that one removed and the other left alone', () => {
    fc.assert(
      fc.property(contents, contents, contents, (base, mine, theirs) => {
        const { content, conflicts } = mergeDrafts(base, mine, theirs);
        const idsOf = (of: BriefingContent) => of.statements.map(({ id }) => id);
        const kept = idsOf(content);
        expect(new Set(kept).size).toBe(kept.length);
        for (const id of [...idsOf(mine), ...idsOf(theirs)]) {
          if (!idsOf(base).includes(id)) expect(kept).toContain(id);
        }
        const disputed = conflicts.map(({ path }) => path[1]);
        for (const id of idsOf(base)) {
          const isIn = [mine, theirs].map((of) => idsOf(of).includes(id));
          if (isIn.every(Boolean)) expect(kept).toContain(id);
          else if (!disputed.includes(id)) expect(kept).not.toContain(id);
        }
      }),
    );
  });

  it('are resolved by the choices: theirs everywhere and mine everywhere are each other’s mirror', () => {
    fc.assert(
      fc.property(contents, contents, contents, (base, mine, theirs) => {
        const choose = (side: Side) =>
          new Map(mergeDrafts(base, mine, theirs).conflicts.map(({ key }): [string, Side] => [key, side]));
        const { content: asMine } = mergeDrafts(base, mine, theirs, choose('mine'));
        const { content: asTheirs, conflicts } = mergeDrafts(base, mine, theirs, choose('theirs'));
        for (const { path, mine: ours, theirs: others } of conflicts) {
          const [block] = path;
          if (path.length > 1 || (block !== 'headline' && block !== 'opening')) continue;
          expect(asMine[block]).toBe(ours);
          expect(asTheirs[block]).toBe(others);
        }
        // Merged once, there is nothing left to choose.
        expect(mergeDrafts(theirs, asMine, theirs).conflicts).toEqual([]);
      }),
    );
  });
});

describe('items', () => {
  const base = withStatements(statement('a', 'A'), statement('b', 'B'), statement('c', 'C'));

  it('that both added stand there both, each after what it was written after', () => {
    const mine = withStatements(...base.statements, statement('m', 'Mine'));
    const theirs = withStatements(statement('t', 'Theirs'), ...base.statements);
    const { content, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(textsOf(content)).toEqual(['Theirs', 'A', 'B', 'C', 'Mine']);
  });

  it('take a new order from whoever made it, with the words of the other', () => {
    const [a, b, c] = base.statements as [
      BriefingContent['statements'][number],
      BriefingContent['statements'][number],
      BriefingContent['statements'][number],
    ];
    const mine = withStatements(a, statement('b', 'B, mended'), c);
    const { content, conflicts } = mergeDrafts(base, mine, withStatements(c, a, b));
    expect(conflicts).toEqual([]);
    expect(textsOf(content)).toEqual(['C', 'A', 'B, mended']);
  });

  it('need a choice where both made a new order', () => {
    const [a, b, c] = base.statements as [
      BriefingContent['statements'][number],
      BriefingContent['statements'][number],
      BriefingContent['statements'][number],
    ];
    const [mine, theirs] = [withStatements(b, a, c), withStatements(c, a, b)];
    const { conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts.map(({ key }) => key)).toEqual(['statements/order']);
    const taken = mergeDrafts(base, mine, theirs, new Map([['statements/order', 'theirs']]));
    expect(textsOf(taken.content)).toEqual(['C', 'A', 'B']);
    expect(conflicts.map((one) => conflictWords(one, one.theirs, theirs, String))).toEqual([
      '1. C\n2. A\n3. B',
    ]);
  });

  it('need a choice where one removed what the other changed', () => {
    const [a, , c] = base.statements;
    const mine = withStatements(...[a, c].filter((item) => item !== undefined));
    const theirs = withStatements(
      ...base.statements.map((item) => (item.id === 'b' ? statement('b', 'B, mended') : item)),
    );
    const { content, conflicts } = mergeDrafts(base, mine, theirs);
    expect(textsOf(content)).toEqual(['A', 'C']);
    const [conflict] = conflicts;
    expect(conflict && conflictTitle(conflict, theirs, mine)).toBe('Approved statements 2');
    expect(conflict && conflictWords(conflict, conflict.mine, mine, String)).toBe('Removed');
    expect(conflict && conflictWords(conflict, conflict.theirs, theirs, String)).toBe('B, mended');
    const taken = mergeDrafts(base, mine, theirs, new Map([['statements/b', 'theirs']]));
    expect(textsOf(taken.content)).toEqual(['A', 'B, mended', 'C']);
  });

  it('are compared field by field: a translation and a validity of one sentence fit together', () => {
    const until = '2026-03-29T16:00:00.000Z';
    const change = (part: Partial<BriefingContent['statements'][number]>) =>
      withStatements(...base.statements.map((item) => (item.id === 'a' ? { ...item, ...part } : item)));
    const { content, conflicts } = mergeDrafts(
      base,
      change({ in: { es: 'A en español' } }),
      change({ validUntil: until, in: { fr: 'A en français' } }),
    );
    expect(conflicts).toEqual([]);
    expect(content.statements[0]).toEqual({
      ...statement('a', 'A'),
      validUntil: until,
      in: { es: 'A en español', fr: 'A en français' },
    });
  });
});

it('a place that both changed is named in words, and only the space around a text differs is no change', () => {
  const base = withStatements(statement('a', 'A'));
  const mine = { ...withStatements(statement('a', 'Mine')), headline: ' Payslips are wrong ' };
  const theirs = { ...withStatements(statement('a', 'Theirs')), severity: 'critical' as const };
  const { content, conflicts } = mergeDrafts(base, mine, theirs);
  expect(conflicts.map((one) => conflictTitle(one, theirs, mine))).toEqual([
    'Approved statements 1: sentence',
  ]);
  expect(content.severity).toBe('critical');
  expect(textsOf(content)).toEqual(['Mine']);
});

it('without a known beginning everything that differs is asked, and no item is lost', () => {
  const mine = { ...withStatements(statement('m', 'Mine')), opening: 'Mine' };
  const theirs = { ...withStatements(statement('t', 'Theirs')), opening: 'Theirs' };
  const { content, conflicts } = mergeDrafts(null, mine, theirs);
  expect(conflicts.map(({ key }) => key)).toEqual(['opening']);
  expect(textsOf(content).toSorted()).toEqual(['Mine', 'Theirs']);
});

it('two authors who permit other apologies, or want other playbooks, choose by their names', () => {
  const base = draft({});
  const mine = draft({ apologies: [], playbookId: 'own_it' });
  const theirs = draft({ apologies: ['direct', 'blameless'], playbookId: 'receptive' });
  const { conflicts } = mergeDrafts(base, mine, theirs);
  const told = conflicts.map((one) => [
    conflictTitle(one, theirs, mine),
    conflictWords(one, one.mine, mine, String),
    conflictWords(one, one.theirs, theirs, String),
  ]);
  expect(told).toEqual([
    ['Apologies permitted', 'Nothing', 'Direct, Blameless'],
    ['Playbook', 'Own it, then help', 'Passive and receptive'],
  ]);
  const usual = mergeDrafts(draft({ playbookId: 'own_it' }), draft({}), draft({ playbookId: 'receptive' }));
  expect(usual.conflicts.map((one) => conflictWords(one, one.mine, mine, String))).toEqual([
    'The client’s usual one',
  ]);
});
