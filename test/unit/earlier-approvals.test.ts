import { describe, expect, it } from 'vitest';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { briefingContentInput, type Approval, type BriefingVersion } from '../../src/domain/briefings/model';
import { earlierApprovals } from '../../src/ui/earlier-approvals';

const statementId = '0198c0de-0000-7000-8000-000000000001';
const key = `statements/${statementId}/en`;

const saying = (text: string, spanish = '') =>
  identifiedContent(
    briefingContentInput.parse({
      statements: [{ id: statementId, text, in: spanish === '' ? {} : { es: spanish } }],
    }),
    () => statementId,
  );

const approval = (kind: Approval['kind'], byName: string): Approval => ({
  kind,
  byName,
  at: new Date('2026-06-03T12:00:00Z'),
});

const version = (
  number: number,
  content: BriefingVersion['content'],
  approvals: BriefingVersion['approvals'],
): BriefingVersion => ({
  id: `version ${number}`,
  briefingId: 'briefing',
  version: number,
  content,
  approvals,
  publishedAt: new Date('2026-06-03T12:00:00Z'),
  publishedByName: 'Ann',
});

describe('approvals given before', () => {
  it('count for the same words, letter by letter', () => {
    const versions = [version(1, saying('We are on it.'), { [key]: approval('approved', 'Ann') })];
    expect(earlierApprovals(saying('We are on it.'), versions)[key]?.byName).toBe('Ann');
    expect(earlierApprovals(saying('We are on it!'), versions)).toEqual({});
  });

  it('count for one language alone', () => {
    const versions = [version(1, saying('We are on it.', 'Ya.'), { [key]: approval('approved', 'Ann') })];
    expect(Object.keys(earlierApprovals(saying('We are on it.', 'Ya.'), versions))).toEqual([key]);
  });

  it('are found in any version, and outrank what was only said in an emergency', () => {
    const same = saying('We are on it.');
    const versions = [
      version(3, same, { [key]: approval('emergency', 'Ben') }),
      version(2, saying('Something else.'), { [key]: approval('approved', 'Cem') }),
      version(1, same, { [key]: approval('approved', 'Ann') }),
    ];
    expect(earlierApprovals(same, versions)[key]).toMatchObject({ kind: 'approved', byName: 'Ann' });
    expect(earlierApprovals(same, versions.slice(0, 2))[key]).toMatchObject({ kind: 'emergency' });
  });

  it('are none where a version holds words that nobody approved', () => {
    expect(earlierApprovals(saying('We are on it.'), [version(1, saying('We are on it.'), {})])).toEqual({});
  });
});
