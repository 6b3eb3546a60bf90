import * as reviews from '../../src/domain/reviews/policy';
import { canReopenEscalation } from '../../src/domain/escalations/policy';
import type { Actor } from '../../src/kernel/actor';

type Row = [policy: string, of: string, ask: (actor: Actor) => boolean, may: readonly string[]];

const alsoKeys = (...names: string[]) => [...names, ...names.map((name) => `${name} key`)];
const leads = ['account_manager', 'admin'];
const staff = ['operator', ...leads];
const writers = ['author', 'client_admin'];
const everybody = [...staff, ...writers, 'responsible_contact'];

const own = { clientId: 'own client' };
const another = { clientId: 'another client' };
const mine = { scope: 'personal' as const, membershipId: 'self' };
const colleagues = { scope: 'personal' as const, membershipId: 'colleague' };
const teams = { scope: 'team' as const, membershipId: 'colleague' };

/** Who may judge, mend and keep views; part of the table of test/unit/policies.test.ts. */
// prettier-ignore
export const reviewPolicies: Row[] = [
  ['escalations.canReopenEscalation', 'any', (a) => canReopenEscalation(a), alsoKeys(...leads)],
  ['reviews.canReviewEscalations', 'any', (a) => reviews.canReviewEscalations(a), alsoKeys(...leads)],
  ['reviews.canReadActions', 'inside the walls', (a) => reviews.canReadActions(a), alsoKeys(...leads, ...writers)],
  ['reviews.canCompleteAction', 'own client', (a) => reviews.canCompleteAction(a, own), alsoKeys(...leads, ...writers)],
  ['reviews.canCompleteAction', 'another client', (a) => reviews.canCompleteAction(a, another), alsoKeys(...leads)],
  ['reviews.canExportList', 'escalations', (a) => reviews.canExportList(a, 'escalations'), alsoKeys(...leads)],
  ['reviews.canExportList', 'calls, inside the walls', (a) => reviews.canExportList(a, 'calls'), alsoKeys(...everybody)],
  ['reviews.canReadViews', 'any', (a) => reviews.canReadViews(a), staff],
  ['reviews.canSaveView', 'of one\'s own', (a) => reviews.canSaveView(a, mine), staff],
  ['reviews.canSaveView', 'of the team', (a) => reviews.canSaveView(a, teams), leads],
  ['reviews.canRemoveView', 'of one\'s own', (a) => reviews.canRemoveView(a, mine), staff],
  ['reviews.canRemoveView', 'of a colleague', (a) => reviews.canRemoveView(a, colleagues), []],
  ['reviews.canRemoveView', 'of the team', (a) => reviews.canRemoveView(a, teams), leads],
];
