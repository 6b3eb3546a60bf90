import fc from 'fast-check';
import { v4 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { approvalStep, toApprove, type Author } from '../../app/portal/briefings/[briefingId]/approval-step';
import { checkDraft, problemsBeforePublishing } from '../../app/portal/briefings/[briefingId]/draft-problems';
import { nextGap } from '../../app/portal/briefings/[briefingId]/gaps';
import { formatOf, importWords } from '../../app/portal/briefings/[briefingId]/import-format';
import { toldWords } from '../../app/portal/briefings/[briefingId]/told-words';
import {
  addedLanguages,
  missingIn,
  withoutEmptyTranslations,
  withoutLanguage,
  wordsIn,
} from '../../app/portal/briefings/[briefingId]/translations';
import { copiedContent } from '../../app/portal/briefings/new/copied-content';
import { byForce, byReview } from '../../app/portal/by-force';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import {
  briefingContentInput,
  reviewStates,
  type BriefingContent,
  type BriefingContentInput,
  type BriefingSummary,
} from '../../src/domain/briefings/model';
import { templateGaps } from '../../src/domain/briefings/template-gaps';
import { briefingTemplates } from '../../src/domain/briefings/templates';
import type { ApprovalRule } from '../../src/domain/clients/model';
import type { Role } from '../../src/kernel/actor';

function draft(input: BriefingContentInput = {}): BriefingContent {
  return identifiedContent(briefingContentInput.parse(input), v4);
}

describe('translations of a draft', () => {
  const content = draft({
    opening: 'Hello',
    openingIn: { es: '' },
    statements: [{ text: 'One', in: { es: 'Uno', fr: 'Un' } }, 'Two', ''],
    qa: [{ question: 'Why?', answer: 'Because', in: { es: ' ' } }],
  });

  it('are in every language that was added, with or without words', () => {
    expect(addedLanguages(content)).toEqual(['es', 'fr']);
    expect(addedLanguages({ ...content, language: 'es' })).toEqual(['fr']);
  });

  it('are missing where the briefing’s own sentence has words, field by field', () => {
    expect(missingIn('es', content)).toEqual(['openingIn.es', 'statements.1.in.es', 'qa.0.in.es']);
    expect(missingIn('fr', content)).toHaveLength(3);
    expect(wordsIn('es', content)).toBe(1);
  });

  it('are saved without empty ones, and the added language is kept', () => {
    const saved = withoutEmptyTranslations(content);
    expect(saved.openingIn).toEqual({ es: '' });
    expect(saved.qa[0]?.in).toEqual({});
    expect(withoutEmptyTranslations(saved)).toEqual(saved);
  });

  it('go all together with their language', () => {
    const rest = withoutLanguage(content, 'es');
    expect(addedLanguages(rest)).toEqual(['fr']);
    expect(rest.statements.map(({ text }) => text)).toEqual(['One', 'Two', '']);
  });
});

describe('the next step of an author', () => {
  const author = (role: Role, id = 'me') =>
    ({ kind: 'member', id, role, clientId: 'client', name: '' }) as Author;
  const briefing = (approvalRule: ApprovalRule, review: BriefingSummary['review'], submittedById = 'me') => ({
    clientId: 'client',
    approvalRule,
    review,
    submittedById,
    state: 'draft' as const,
    unapprovedSince: null,
  });

  it('is to publish where the client trusts its authors, whatever the review', () => {
    for (const review of reviewStates) {
      expect(approvalStep(author('author'), briefing('author', review))).toBe('publish');
    }
  });

  it.each(['second_person', 'account_manager'] as const)(
    'under the rule %s waits for an approval',
    (rule) => {
      const stepOf = (review: BriefingSummary['review']) =>
        approvalStep(author('author'), briefing(rule, review));
      expect(stepOf('none')).toBe('submit');
      expect(stepOf('rejected')).toBe('submit');
      expect(stepOf('submitted')).toBe('wait');
      expect(stepOf('approved')).toBe('publish');
    },
  );

  it('is to approve for a second person alone', () => {
    const submitted = briefing('second_person', 'submitted');
    expect(toApprove(author('author'), submitted)).toBeNull();
    expect(toApprove(author('client_admin', 'other'), submitted)).toBe('draft');
    expect(toApprove(author('author', 'other'), briefing('account_manager', 'submitted'))).toBeNull();
  });

  it('is to approve what was published in an emergency, until the briefing is over', () => {
    const urgent = {
      ...briefing('second_person', 'none'),
      unapprovedSince: new Date(),
      state: 'published' as const,
    };
    expect(toApprove(author('author', 'other'), urgent)).toBe('published');
    expect(toApprove(author('author', 'other'), { ...urgent, state: 'withdrawn' })).toBeNull();
  });
});

describe('a template', () => {
  it('leaves blanks that the bar leads to, one after the other and round again', () => {
    for (const { content } of briefingTemplates()) {
      const gaps = templateGaps(draft(content));
      const first = nextGap(gaps, null);
      expect(first).toEqual(gaps[0]);
      let last = first;
      for (const expected of [...gaps.slice(1), gaps[0]]) {
        last = nextGap(gaps, last);
        expect(last).toEqual(expected);
      }
      // The one that was shown is filled in: on to the first of the rest.
      expect(nextGap(gaps.slice(1), first)).toEqual(gaps[1]);
    }
    expect(nextGap([], null)).toBeNull();
  });

  it('is ready to publish once its blanks are filled in', () => {
    for (const { content } of briefingTemplates()) {
      const filled = JSON.parse(
        JSON.stringify(draft(content)).replaceAll(/\[[^\]"]{2,80}\]/g, 'the words'),
      ) as BriefingContent;
      expect(problemsBeforePublishing(filled)).toEqual([]);
    }
  });
});

it('a text that is too long is told with its length, and stays as it is', () => {
  const pasted = 'x'.repeat(200_000);
  const { content, problems } = checkDraft({ ...draft(), headline: pasted });
  expect(problems).toEqual([
    { field: 'headline', words: 'Keep the headline under 160 characters. It has 200,000.' },
  ]);
  expect(content.headline).toBe(pasted);
});

it('a copy of an earlier briefing has its words, no ids and no times', () => {
  const earlier = draft({
    headline: 'Snow',
    incidentStatus: 'resolved',
    facts: [{ text: 'Closed', knownAt: '2026-01-02T06:00:00Z' }],
    statements: [{ text: 'We are closed.', validUntil: '2026-01-02T18:00:00Z', in: { es: 'Cerrado.' } }],
    qa: [{ question: 'When?', answer: 'Tomorrow' }],
    startsAt: '2026-01-02T06:00:00Z',
    endsAt: '2026-01-02T18:00:00Z',
    nextUpdateDueAt: '2026-01-02T12:00:00Z',
  });
  const copy = copiedContent(earlier);
  expect(JSON.stringify(copy)).not.toContain('"id"');
  expect(copy).toMatchObject({
    headline: 'Snow',
    incidentStatus: 'investigating',
    facts: [{ text: 'Closed', knownAt: null }],
    statements: [{ text: 'We are closed.', validUntil: null, in: { es: 'Cerrado.' } }],
    startsAt: null,
    endsAt: null,
    nextUpdateDueAt: null,
  });
  expect(briefingContentInput.safeParse(copy).success).toBe(true);
});

describe('an import', () => {
  it('reads what begins with a bracket as JSON, all else as a table', () => {
    expect(formatOf(' \n[{"question": "?"}]')).toBe('json');
    expect(formatOf('\uFEFF{"qa": []}')).toBe('json');
    expect(formatOf('question,answer\n[a],b')).toBe('csv');
    fc.assert(
      fc.property(fc.array(fc.record({ question: fc.string(), answer: fc.string() })), (rows) => {
        expect(formatOf(JSON.stringify(rows))).toBe('json');
      }),
    );
  });

  it('is told in words', () => {
    expect(importWords({ added: 12, updated: 1 })).toBe('12 questions are added, 1 question is updated.');
    expect(importWords({ added: 0, updated: 0 })).toBe('Nothing in it is new.');
  });
});

it('how many were told a statement is told in words', () => {
  expect(toldWords({ callers: 12, withoutNumber: 2 })).toBe(
    '12 callers were told this (2 without a number).',
  );
  expect(toldWords({ callers: 1, withoutNumber: 0 })).toBe('1 caller was told this.');
  expect(toldWords({ callers: 0, withoutNumber: 0 })).toBe('No caller was told this yet.');
});

describe('the board', () => {
  const now = new Date('2026-03-29T12:00:00Z');
  const row = (id: string, part: Partial<BriefingSummary> = {}) =>
    ({
      id,
      severity: 'high',
      publishedAt: now,
      startsAt: null,
      endsAt: null,
      review: 'none',
      ...part,
    }) as BriefingSummary;
  const idsOf = (rows: readonly BriefingSummary[]) => rows.map(({ id }) => id);

  it('shows what operators go by in the order in which a call brings it up', () => {
    const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
    const board = byForce(
      [
        row('older', { publishedAt: hours(-2) }),
        row('newer'),
        row('gravest', { severity: 'critical', publishedAt: hours(-5) }),
        row('coming', { startsAt: hours(1) }),
        row('over', { endsAt: now }),
      ],
      now,
    );
    expect(idsOf(board.inForce)).toEqual(['gravest', 'newer', 'older']);
    expect(idsOf(board.coming)).toEqual(['coming']);
    expect(idsOf(board.over)).toEqual(['over']);
  });

  it('keeps what waits for approval apart from what is being written', () => {
    const { waiting, writing } = byReview([
      row('a', { review: 'submitted' }),
      row('b', { review: 'rejected' }),
    ]);
    expect([idsOf(waiting), idsOf(writing)]).toEqual([['a'], ['b']]);
  });
});
