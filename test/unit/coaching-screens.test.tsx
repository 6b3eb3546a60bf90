// What coaching screens show before anybody has pressed anything.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerForm } from '../../app/account/coaching/answer-form';
import { ScoreForm } from '../../app/manage/coaching/calls/[callId]/score-form';
import { ResultTable } from '../../app/manage/coaching/results/result-table';
import { ApiProvider } from '../../src/api/client';
import {
  usualCriteria,
  type CallScore,
  type CoachingNote,
  type OperatorResults,
  type Scoring,
} from '../../src/domain/coaching/model';
import { CoachingNoteCard } from '../../src/ui/coaching-note-card';
import { ScoreCard } from '../../src/ui/score-card';
import { call, noon } from '../support/desk';

const score: CallScore = {
  id: 's1',
  callId: 'call',
  clientName: 'Brightwater Payroll',
  clientTimeZone: 'Europe/Berlin',
  callerName: 'Jonas Weber',
  ringAt: noon,
  operatorId: 'ada',
  operatorName: 'Ada Able',
  lines: usualCriteria.map((one, n) => ({
    ...one,
    mark: n === 0 ? 'missed' : 'met',
    words: n === 0 ? 'Rang for a minute.' : '',
  })),
  percent: 89,
  words: 'A calm voice.',
  scoredById: 'lead',
  scoredByName: 'Lea Lead',
  scoredAt: noon,
  seenAt: null,
  answer: '',
  answeredAt: null,
};

const scoring: Scoring = {
  callId: 'call',
  operatorId: 'ada',
  operatorName: 'Ada Able',
  problem: null,
  sampleState: 'open',
  score: null,
  scorecard: { version: 0, criteria: usualCriteria, createdAt: null, createdByName: null },
  answerSeconds: 8,
  targetSeconds: 20,
};

const shown = (element: React.ReactNode) => renderToStaticMarkup(<ApiProvider>{element}</ApiProvider>);
const form = (given: Partial<Scoring> = {}) =>
  shown(<ScoreForm scoring={{ ...scoring, ...given }} call={call()} onDone={() => undefined} />);

describe('the form', () => {
  it('asks for each criterion with four marks, and shows what the record says', () => {
    const page = form();
    expect(page.match(/type="radio"/g)).toHaveLength(usualCriteria.length * 4);
    expect(page).not.toContain('checked=""');
    for (const { name } of usualCriteria) expect(page).toContain(name);
    expect(page).toContain('Answered after 8 s; your service says 20 s.');
    expect(page).toContain('8 criteria');
  });

  it('begins with how the call was scored when it is marked anew', () => {
    const page = form({ score });
    expect(page.match(/checked=""/g)).toHaveLength(usualCriteria.length);
    expect(page).toContain('value="Rang for a minute."');
    expect(page).toContain('8 of 8 marked: 89 %');
  });
});

it('a score tells each mark in words, what was said to it, and that it is not seen yet', () => {
  const page = shown(<ScoreCard score={score} title="Ada Able" />);
  expect(page).toContain('89 %');
  expect(page).toContain('Missed');
  expect(page).toContain('Rang for a minute.');
  expect(page).toContain('Not seen yet.');
  const answered = { ...score, seenAt: noon, answer: 'The line was bad.', answeredAt: noon };
  const after = shown(<ScoreCard score={answered} title="Ada Able" />);
  expect(after).toContain('The line was bad.');
  expect(after).not.toContain('Not seen yet.');
});

it('a note tells the verdict with the words to the operator', () => {
  const note: CoachingNote = {
    id: 'n1',
    escalationId: 'e1',
    callId: null,
    clientName: 'Brightwater Payroll',
    clientTimeZone: 'Europe/Berlin',
    summary: 'The money is missing.',
    state: 'resolved',
    startedAt: noon,
    verdict: 'wrong_person',
    coachingNote: 'Ask for payroll first.',
    operatorId: 'ada',
    operatorName: 'Ada Able',
    reviewedByName: 'Lea Lead',
    at: noon,
    seenAt: null,
    answer: '',
    answeredAt: null,
  };
  const page = shown(<CoachingNoteCard note={note} />);
  for (const words of ['Wrong person', 'Ask for payroll first.', 'The money is missing.', 'Lea Lead']) {
    expect(page).toContain(words);
  }
});

it('whoever has answered can write it anew, whoever has not is asked', () => {
  const answer = (words: string) =>
    shown(
      <AnswerForm
        id="s1"
        answer={words}
        to="Lea Lead"
        isBusy={false}
        error={null}
        onAnswer={() => undefined}
      />,
    );
  expect(answer('')).toContain('Your answer to Lea Lead');
  expect(answer('The line was bad.')).toContain('Write your answer anew');
  expect(answer('The line was bad.')).not.toContain('<textarea');
});

it('results stand by name with their counts, and of few calls without an average', () => {
  const of = (name: string, scores: number, percent: number | null): OperatorResults => ({
    operatorId: name,
    name,
    scores,
    percent,
    periods: [{ scores, percent }],
    criteria: [],
    seen: 1,
    answered: 0,
  });
  const results = {
    periods: [{ from: '2026-11-01', to: '2026-11-30' }],
    operators: [of('Ada Able', 3, null), of('Ben Best', 12, 91)],
    isCut: false,
  };
  const page = shown(<ResultTable results={results} by="month" />);
  expect(page.indexOf('Ada Able')).toBeLessThan(page.indexOf('Ben Best'));
  expect(page).toContain('Under 5, too few to say');
  expect(page).toContain('of 12 calls');
});
