import * as coaching from '../../src/domain/coaching/policy';
import type { Actor } from '../../src/kernel/actor';

type Row = [policy: string, of: string, ask: (actor: Actor) => boolean, may: readonly string[]];

const alsoKeys = (...names: string[]) => [...names, ...names.map((name) => `${name} key`)];
const leads = ['account_manager', 'admin'];
const staff = ['operator', ...leads];

const score = { operatorId: 'colleague', scoredById: 'self' };

/** Who coaches and who is coached; part of the table of test/unit/policies.test.ts. */
// prettier-ignore
export const coachingPolicies: Row[] = [
  ['coaching.canReadScorecard', 'any', (a) => coaching.canReadScorecard(a), alsoKeys(...staff)],
  ['coaching.canSetScorecard', 'any', (a) => coaching.canSetScorecard(a), alsoKeys(...leads)],
  ['coaching.canReadScores', 'any', (a) => coaching.canReadScores(a), alsoKeys(...leads)],
  ['coaching.canDrawSamples', 'any', (a) => coaching.canDrawSamples(a), alsoKeys(...leads)],
  ['coaching.canScoreCall', "a colleague's", (a) => coaching.canScoreCall(a, { answeredById: 'colleague' }), leads],
  ['coaching.canScoreCall', "one's own", (a) => coaching.canScoreCall(a, { answeredById: 'self' }), []],
  ['coaching.canChangeScore', "one's own of a colleague", (a) => coaching.canChangeScore(a, score), leads],
  ['coaching.canChangeScore', "somebody else's", (a) => coaching.canChangeScore(a, { ...score, scoredById: 'colleague' }), []],
  ['coaching.canChangeScore', 'of an own call', (a) => coaching.canChangeScore(a, { ...score, operatorId: 'self' }), []],
  ['coaching.canReadOwnCoaching', 'any', (a) => coaching.canReadOwnCoaching(a), staff],
  ['coaching.canAnswerCoaching', "to oneself", (a) => coaching.canAnswerCoaching(a, { operatorId: 'self' }), staff],
  ['coaching.canAnswerCoaching', 'to a colleague', (a) => coaching.canAnswerCoaching(a, { operatorId: 'colleague' }), []],
  ['coaching.canAnswerCoaching', 'to nobody', (a) => coaching.canAnswerCoaching(a, { operatorId: null }), []],
];
