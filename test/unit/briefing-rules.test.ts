import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvedContent, type RecordedApproval } from '../../src/domain/briefings/approved-content';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { briefingContentInput, severities, type BriefingContent } from '../../src/domain/briefings/model';
import { precedence } from '../../src/domain/briefings/precedence';
import { spokenContent, spokenLanguages } from '../../src/domain/briefings/spoken-content';
import { wordings } from '../../src/domain/briefings/wordings';
import { newId } from '../../src/kernel/ids';

const minute = (n: number) => new Date(Date.UTC(2026, 2, 29) + n * 60_000);
const words = fc.constantFrom('', 'The transfer is correct.', 'We are sorry.', 'A letter follows.');
const validUntil = fc.option(
  fc.integer({ min: 0, max: 40 }).map((n) => minute(n).toISOString()),
  { nil: null },
);
const translated = fc.record({ es: words, de: words }, { requiredKeys: [] });

const content: fc.Arbitrary<BriefingContent> = fc
  .record({
    opening: words,
    openingIn: translated,
    statements: fc.array(fc.record({ text: words, validUntil, in: translated }), { maxLength: 4 }),
    assurances: fc.array(words, { maxLength: 2 }),
    qa: fc.array(fc.record({ question: fc.constant('When?'), answer: words, validUntil, in: translated }), {
      maxLength: 3,
    }),
    closing: words,
  })
  .map((given) => identifiedContent(briefingContentInput.parse(given), newId));

/** What is on record for a random part of a content's words, some of it provisional, some for other words. */
const recordedFor = (given: BriefingContent) =>
  fc
    .array(fc.record({ isThere: fc.boolean(), isEmergency: fc.boolean(), isSame: fc.boolean() }), {
      minLength: wordings(given).length,
      maxLength: wordings(given).length,
    })
    .map((choices): RecordedApproval[] =>
      wordings(given).flatMap(({ key, text }, n) => {
        const choice = choices[n];
        if (!choice?.isThere) return [];
        const kind = choice.isEmergency ? ('emergency' as const) : ('approved' as const);
        return [{ key, text: choice.isSame ? text : `${text}!`, kind, byName: 'Ada', at: minute(n) }];
      }),
    );

const withApprovals = content.chain((given) => fc.tuple(fc.constant(given), recordedFor(given)));

describe('the order of several briefings of one client', () => {
  const ranked = fc.record({
    briefingId: fc.uuid(),
    content: fc.record({ severity: fc.constantFrom(...severities) }),
    publishedAt: fc.integer({ min: 0, max: 3 }).map(minute),
  });
  const several = fc.uniqueArray(ranked, { selector: ({ briefingId }) => briefingId, maxLength: 8 });

  it('is total: of two different ones exactly one comes first, and no order of reading changes it', () => {
    fc.assert(
      fc.property(
        several.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          for (const a of all) {
            for (const b of all) {
              expect(Math.sign(precedence(a, b))).toBe(-Math.sign(precedence(b, a)) + 0);
              if (a !== b) expect(precedence(a, b)).not.toBe(0);
            }
          }
          expect(shuffled.toSorted(precedence)).toEqual(all.toSorted(precedence));
        },
      ),
    );
  });

  it('the graver first, then the newer', () => {
    const of = (severity: (typeof severities)[number], at: number) => ({
      briefingId: newId(),
      content: { severity },
      publishedAt: minute(at),
    });
    const grave = of('critical', 1);
    const newer = of('high', 3);
    const older = of('high', 2);
    expect([older, newer, grave].toSorted(precedence)).toEqual([grave, newer, older]);
  });
});

describe('what may leave the author’s hands', () => {
  it('holds exactly the sentences that are approved letter by letter', () => {
    fc.assert(
      fc.property(withApprovals, ([given, recorded]) => {
        const { content: approved, approvals, unapproved } = approvedContent(given, recorded);
        const isOnRecord = ({ key, text }: { key: string; text: string }) =>
          recorded.some((one) => one.key === key && one.text === text);
        const all = wordings(given);
        expect(wordings(approved).map(({ key }) => key)).toEqual(
          all.filter(isOnRecord).map(({ key }) => key),
        );
        expect(Object.keys(approvals).toSorted()).toEqual(
          all
            .filter(isOnRecord)
            .map(({ key }) => key)
            .toSorted(),
        );
        expect(unapproved).toBe(all.length - Object.keys(approvals).length);
      }),
    );
  });

  it('asked a second time, it leaves nothing else out', () => {
    fc.assert(
      fc.property(withApprovals, ([given, recorded]) => {
        const once = approvedContent(given, recorded).content;
        expect(approvedContent(once, recorded).content).toEqual(once);
      }),
    );
  });

  it('an approval outranks the emergency before it', () => {
    const given = identifiedContent(briefingContentInput.parse({ opening: 'We are sorry.' }), newId);
    const recorded = (['emergency', 'approved'] as const).map((kind, n) => ({
      key: 'opening//en',
      text: 'We are sorry.',
      kind,
      byName: kind,
      at: minute(n),
    }));
    expect(approvedContent(given, recorded).approvals['opening//en']?.kind).toBe('approved');
    expect(approvedContent(given, recorded.slice(0, 1)).approvals['opening//en']?.kind).toBe('emergency');
  });
});

describe('what an operator may say now', () => {
  it('has nothing that has expired, in any language, however it was cached', () => {
    fc.assert(
      fc.property(
        content,
        fc.constantFrom('en' as const, 'es' as const, 'de' as const),
        fc.integer({ min: 0, max: 60 }),
        (given, language, n) => {
          const now = minute(n);
          const spoken = spokenContent(given, language, now);
          for (const item of [...spoken.content.statements, ...spoken.content.qa]) {
            expect(item.validUntil === null || new Date(item.validUntil) > now).toBe(true);
          }
          for (const { text } of spoken.content.statements) expect(text).not.toBe('');
        },
      ),
    );
  });

  it('never mixes silently: a sentence in another language than asked for is named as missing', () => {
    const given = identifiedContent(
      briefingContentInput.parse({
        opening: 'We are sorry.',
        openingIn: { es: 'Lo sentimos.' },
        statements: [{ text: 'The transfer is correct.' }],
      }),
      newId,
    );
    const { content: spoken, missing } = spokenContent(given, 'es', minute(0));
    expect(spoken.opening).toBe('Lo sentimos.');
    expect(spoken.statements[0]?.text).toBe('The transfer is correct.');
    expect(missing).toEqual([given.statements[0]?.id]);
    expect(spokenLanguages(given)).toEqual(['en', 'es']);
  });
});
