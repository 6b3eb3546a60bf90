// What coaching screens say: the record beside each criterion, and figures that claim no more than they can.
import { describe, expect, it } from 'vitest';
import { recordedWords } from '../../app/manage/coaching/calls/[callId]/recorded-words';
import { drawnWords } from '../../app/manage/coaching/drawn-words';
import { criteriaOf, formDraft } from '../../app/manage/coaching/form/form-draft';
import { averageWords, helpWords, markCountWords, periodWords } from '../../app/manage/coaching/result-words';
import { setScorecardInput, usualCriteria } from '../../src/domain/coaching/model';
import { call } from '../support/desk';

const times = { answerSeconds: 8, targetSeconds: 20 };

describe('beside a criterion stands what the record says', () => {
  it.each([
    ['answer', {}, 'Answered after 8 s; your service says 20 s.'],
    ['greeting', { answerPhrase: 'Brightwater, good day.' }, 'As written: “Brightwater, good day.”'],
    ['greeting', { answerPhrase: '' }, null],
    ['read_back', { readBack: null }, 'None is on record.'],
    ['read_back', { readBack: 'pending' as const }, 'Caller agrees, still open.'],
    ['disposition', { disposition: 'message_taken' as const }, 'Ended as: Message taken.'],
    ['courtesy', {}, null],
  ])('%s %o: %s', (criterion, given, words) => {
    expect(recordedWords(criterion, call(given), times)).toBe(words);
  });

  it('and nothing of the time of a complaint in writing', () => {
    expect(recordedWords('answer', call(), { ...times, answerSeconds: null })).toBeNull();
  });
});

describe('results', () => {
  const counts = { met: 3, partly: 1, missed: 2, not_applicable: 4 };

  it('say how many there were rather than an average of few', () => {
    expect(averageWords({ scores: 12, percent: 86 })).toBe('86 %');
    expect(averageWords({ scores: 4, percent: null })).toBe('Under 5, too few to say');
    expect(averageWords({ scores: 0, percent: null })).toBe('None scored');
    expect(markCountWords(counts)).toBe('3 met, 1 partly, 2 missed, 4 did not apply');
  });

  it('name what was missed most often, with its counts', () => {
    const criterion = (name: string, missed: number) => ({
      id: name,
      name,
      counts: { met: 5, partly: 0, missed, not_applicable: 9 },
    });
    const criteria = [criterion('Listening', 1), criterion('Read-back', 4), criterion('Courtesy', 0)];
    expect(helpWords({ criteria })).toBe('Read-back (4 of 9), Listening (1 of 6)');
  });

  it('name their periods', () => {
    expect(periodWords({ from: '2026-11-16' }, 'week')).toBe('16 Nov');
    expect(periodWords({ from: '2026-11-01' }, 'month')).toBe('Nov 2026');
  });
});

it('a draw says what it brought, and why it brought nothing', () => {
  expect(drawnWords({ drawn: 1, operators: 1 })).toBe('1 call drawn, of 1 operator.');
  expect(drawnWords({ drawn: 12, operators: 4 })).toBe('12 calls drawn, of 4 operators.');
  expect(drawnWords({ drawn: 0, operators: 0 })).toContain('No call was drawn');
});

describe('the form’s editor', () => {
  it('gives back what it was given', () => {
    expect(criteriaOf(formDraft(usualCriteria))).toEqual(usualCriteria);
  });

  it('sends a weight that is no number as one that is refused', () => {
    const draft = formDraft(usualCriteria.slice(0, 1));
    for (const weight of ['', '0', '11', '1.5', 'heavy']) {
      const criteria = criteriaOf({ criteria: draft.criteria.map((one) => ({ ...one, weight })) });
      const refused = setScorecardInput.safeParse({ version: 0, criteria });
      expect(
        refused.error?.issues.map(({ path }) => path.join('.')),
        weight,
      ).toEqual(['criteria.0.weight']);
    }
  });
});
