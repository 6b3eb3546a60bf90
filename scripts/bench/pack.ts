import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { createBriefingInput } from '../../src/domain/briefings/model';
import { addNote } from '../../src/domain/calls/add-note';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { createClient } from '../../src/domain/clients/create-client';
import { createPromise } from '../../src/domain/followups/create-promise';
import { addDid } from '../../src/domain/numbers/add-did';
import { askQuestion } from '../../src/domain/questions/ask-question';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { updateCall } from '../../src/domain/recalls/update-call';
import { withdrawStatement } from '../../src/domain/recalls/withdraw-statement';
import { getIncidentBoard } from '../../src/domain/reports/incident-queries';
import { getPack } from '../../src/domain/reports/pack-queries';
import { requestPack } from '../../src/domain/reports/request-pack';
import { createMember } from '../../src/domain/tenancy/create-member';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { mintOrganizationId } from '../../src/kernel/tenant';
import { openPackMaker } from '../../workers/pack';
import { atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';

const CALLS = 500;
const AT_ONCE = 8;
const PACKS = 5;
const BOARDS = 40;
const DID = '+493055551000';

const said = [
  'Her payslip shows half of what she is paid, and the rent is due tomorrow morning.',
  'He was paid twice and asks whether he has to send one of them back.',
  'The overtime of the last two months is missing; she has written about it before.',
];

async function adminOf(organizationId: string): Promise<Actor> {
  const root: Actor = {
    kind: 'member',
    id: newId(),
    name: 'Bench',
    role: 'admin',
    organizationId: mintOrganizationId(organizationId),
    clientId: null,
  };
  const { id } = await createMember(root, {
    email: 'admin@bench.example',
    name: 'Kim Operator',
    role: 'admin',
    passwordHash: 'nobody signs in with this',
  });
  return { ...root, id, name: 'Kim Operator' };
}

/** 500 calls as a bad day brings them: heard, told, noted, promised, and one statement that was wrong. */
async function badDay(admin: Actor): Promise<string> {
  const { id: clientId } = await createClient(admin, {
    name: 'Brightwater Payroll',
    timeZone: 'Europe/Berlin',
    accountInfo: '',
    greeting: '',
    approvalRule: 'author',
  });
  await addDid(admin, { clientId, number: DID, label: '', answerPhrase: '' });
  const statements = [
    'The transfer is correct.',
    'You will get a new payslip on Friday.',
    'Nothing is lost.',
  ];
  const content = { headline: 'Payslips show wrong amounts', opening: 'I am sorry.', statements };
  const input = createBriefingInput.parse({ ...content, clientId, publish: true });
  const { id: briefingId, draft } = await createBriefing(admin, input);
  const statementIds = draft.statements.map(({ id }) => id);
  let next = 0;
  const line = async () => {
    while (next < CALLS) {
      const n = next;
      next += 1;
      await oneCall(admin, n, statementIds);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  const [statementId = ''] = statementIds;
  const withdrawal = {
    briefingId,
    statementId,
    reason: 'Sent twice.',
    correction: 'We look.',
    callBack: true,
  };
  await withdrawStatement(admin, withdrawal);
  return briefingId;
}

async function oneCall(admin: Actor, n: number, statementIds: string[]): Promise<void> {
  const from = `+4915${200_000_000 + (n % 450)}`;
  const { call } = await ringCall(admin, { from, to: DID, routeReason: 'overflow' });
  const callId = call.id;
  if (n % 12 === 0) return;
  await answerCall(admin, callId);
  const issue = said[n % said.length] ?? '';
  await updateCall(admin, { callId, callerName: `Caller Number ${n}`, mood: 'angry', issue });
  await updateCall(admin, { callId, mood: 'calm', requestedSolution: 'The rest of the money today.' });
  for (const text of said) await addNote(admin, { callId, kind: 'point', text });
  await tellStatements(admin, { callId, statementIds: statementIds.slice(0, 1 + (n % 3)) });
  if (n % 5 === 0) await askQuestion(admin, { callId, text: `Who pays the overdraft of account ${n}?` });
  if (n % 2 > 0) return;
  const dueAt = after(new Date(), 3 * HOUR).toISOString();
  await createPromise(admin, {
    callId,
    kind: 'information',
    what: 'when the rest is paid',
    owner: 'service',
    dueAt,
  });
}

/** The hand-back of an incident of 500 calls in the worker: read, printed and kept; and the board meanwhile. */
export async function benchPack(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) => {
    const organizationId = newId();
    await ownerSql`
      insert into organizations (organization_id, name, created_at) values (${organizationId}, 'Bench', app_now())`;
    const admin = await adminOf(organizationId);
    const briefingId = await badDay(admin);
    const boards: number[] = [];
    for (let n = 0; n < BOARDS; n += 1) {
      const begun = performance.now();
      await getIncidentBoard(admin, briefingId);
      boards.push(performance.now() - begun);
    }
    const maker = openPackMaker();
    const packs: number[] = [];
    const blocked = monitorEventLoopDelay({ resolution: 5 });
    blocked.enable();
    let pages = 0;
    for (let n = 0; n < PACKS; n += 1) {
      const { id } = await requestPack(admin, { briefingId });
      const begun = performance.now();
      await maker.make({ id, organizationId });
      packs.push(performance.now() - begun);
      const made = await getPack(admin, id);
      if (made.state !== 'ready' || made.calls !== CALLS)
        throw new Error(`The pack is ${made.state}: ${made.failure}`);
      pages = made.pages ?? 0;
    }
    blocked.disable();
    return [
      atMost('pack: 500 calls as PDF in the worker, slowest', 'ms', Math.max(...packs), 5_000, packs.length),
      told('pack: the same, p50', 'ms', percentile(packs, 0.5), packs.length),
      told('pack: pages', '', pages, 1),
      told('pack: the worker’s loop held up, longest', 'ms', blocked.max / 1e6, 1),
      atMost('incident board of 500 calls, p95', 'ms', percentile(boards, 0.95), 300, boards.length),
    ];
  });
}
