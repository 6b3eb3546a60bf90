import { canResolveByReport } from '../../src/domain/escalations/policy';
import * as updates from '../../src/domain/updates/policy';
import type { Actor } from '../../src/kernel/actor';

type Row = [policy: string, of: string, ask: (actor: Actor) => boolean, may: readonly string[]];

const alsoKeys = (...names: string[]) => [...names, ...names.map((name) => `${name} key`)];
const leads = ['account_manager', 'admin'];
const staff = ['operator', ...leads];
const writers = ['author', 'client_admin'];
const closers = [...leads, 'responsible_contact', 'client_admin'];
const everybody = [...staff, ...writers, 'responsible_contact'];

const own = { clientId: 'own client' };
const another = { clientId: 'another client' };
const alone = { isAboutThis: false, isRecorded: false };

/** Who reports back, tells callers and writes what they are told; part of the table of test/unit/policies.test.ts. */
// prettier-ignore
export const followPolicies: Row[] = [
  ['escalations.canResolveByReport', 'own client', (a) => canResolveByReport(a, own, alone), alsoKeys(...closers)],
  ['escalations.canResolveByReport', 'a link to it', (a) => canResolveByReport(a, own, { ...alone, isAboutThis: true }), [...alsoKeys(...closers), 'link']],
  ['escalations.canResolveByReport', 'what a contact said', (a) => canResolveByReport(a, own, { ...alone, isRecorded: true }), alsoKeys('operator', ...closers)],
  ['escalations.canResolveByReport', 'another client', (a) => canResolveByReport(a, another, alone), alsoKeys(...leads)],
  ['updates.canReadUpdates', 'inside the walls', (a) => updates.canReadUpdates(a), alsoKeys(...everybody)],
  ['updates.canRecordConsent', 'any', (a) => updates.canRecordConsent(a), alsoKeys(...staff)],
  ['updates.canWriteSettledWords', 'own client', (a) => updates.canWriteSettledWords(a, own), alsoKeys(...leads, ...writers)],
  ['updates.canWriteSettledWords', 'another client', (a) => updates.canWriteSettledWords(a, another), alsoKeys(...leads)],
  ['updates.canReleaseCallers', 'own client', (a) => updates.canReleaseCallers(a, own), alsoKeys(...leads, ...writers)],
  ['updates.canReleaseCallers', 'another client', (a) => updates.canReleaseCallers(a, another), alsoKeys(...leads)],
  ['updates.canTellCallers', 'any', (a) => updates.canTellCallers(a), ['engine']],
];
