import { describe, expect, it } from 'vitest';
import { longestWaitingFirst, waitingSince } from '../../app/manage/approvals/waiting-since';
import { mostAskedFirst } from '../../app/portal/questions/most-asked-first';
import type { BriefingSummary } from '../../src/domain/briefings/model';
import type { QuestionGroup } from '../../src/domain/questions/model';

const at = (minute: number) => new Date(Date.UTC(2026, 5, 3, 12, minute));

function briefing(id: string, given: Partial<BriefingSummary>): BriefingSummary {
  return {
    id,
    clientId: 'client',
    clientName: 'Alder',
    state: 'draft',
    headline: '',
    severity: 'high',
    incidentStatus: 'investigating',
    currentVersion: 0,
    draftRevision: 1,
    hasUnpublishedChanges: true,
    review: 'none',
    submittedAt: null,
    submittedById: null,
    submittedByName: null,
    reviewedByName: null,
    reviewWords: '',
    unapprovedSince: null,
    sourceName: '',
    startsAt: null,
    endsAt: null,
    nextUpdateDueAt: null,
    publishedAt: null,
    resolvedAt: null,
    updatedAt: at(59),
    updatedByName: 'Ann',
    ...given,
  };
}

describe('briefings that wait for approval', () => {
  it('wait since they were submitted, or since they were said unapproved, whichever came first', () => {
    expect(waitingSince(briefing('a', { review: 'submitted', submittedAt: at(5) }))).toEqual(at(5));
    expect(waitingSince(briefing('b', { unapprovedSince: at(3) }))).toEqual(at(3));
    const both = briefing('c', { review: 'submitted', submittedAt: at(9), unapprovedSince: at(3) });
    expect(waitingSince(both)).toEqual(at(3));
  });

  it('do not count a submission that was decided long ago', () => {
    const decided = briefing('a', { review: 'none', submittedAt: at(1), unapprovedSince: at(30) });
    expect(waitingSince(decided)).toEqual(at(30));
  });

  it('come with the longest wait first', () => {
    const rows = [
      briefing('a', { review: 'submitted', submittedAt: at(20) }),
      briefing('b', { unapprovedSince: at(10) }),
      briefing('c', { review: 'submitted', submittedAt: at(15) }),
    ];
    expect(longestWaitingFirst(rows).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});

describe('questions', () => {
  const group = (groupId: string, callers: number, count: number, lastAskedAt: Date): QuestionGroup => ({
    groupId,
    briefingId: 'briefing',
    clientId: 'client',
    clientName: 'Alder',
    headline: '',
    texts: ['When?'],
    questionIds: ['question'],
    count,
    callers,
    firstAskedAt: at(0),
    lastAskedAt,
    state: 'open',
  });

  it('come with the one that most callers asked first, then by how often, then the newest', () => {
    const groups = [
      group('once', 1, 1, at(50)),
      group('often by one', 1, 4, at(1)),
      group('by three', 3, 3, at(2)),
      group('by three, newer', 3, 3, at(4)),
    ];
    expect(mostAskedFirst(groups).map(({ groupId }) => groupId)).toEqual([
      'by three, newer',
      'by three',
      'often by one',
      'once',
    ]);
  });
});
