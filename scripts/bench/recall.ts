import { loadavg } from 'node:os';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { createBriefingInput } from '../../src/domain/briefings/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import { createClient } from '../../src/domain/clients/create-client';
import { addDid } from '../../src/domain/numbers/add-did';
import { listRecallCallers } from '../../src/domain/recalls/caller-queries';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { withdrawStatement } from '../../src/domain/recalls/withdraw-statement';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { mintOrganizationId } from '../../src/kernel/tenant';
import { atMost, percentile, told, type Figure } from './figures';
import { onOwnDatabase } from './own-database';

const CALLERS = 5_000;
const AT_ONCE = 8;
const LISTS = 20;
const STATEMENTS = ['The transfer is correct.', 'It arrives on Friday.', 'A letter is on its way.'];
const DID = '+493055551000';

async function timed<Answer>(ask: () => Promise<Answer>): Promise<[answer: Answer, milliseconds: number]> {
  const begun = performance.now();
  const answer = await ask();
  return [answer, performance.now() - begun];
}

function makeAdmin(): Actor {
  const organizationId = mintOrganizationId(newId());
  return { kind: 'member', id: newId(), name: 'Bench', role: 'admin', organizationId, clientId: null };
}

/** A briefing with three statements, all of which 5,000 callers were told, by the verbs that the desk uses. */
async function tellEverybody(admin: Actor): Promise<{ briefingId: string; statementIds: string[] }> {
  const { id: clientId } = await createClient(admin, {
    name: 'Brightwater Payroll',
    timeZone: 'Europe/Berlin',
    accountInfo: '',
    greeting: '',
    approvalRule: 'author',
  });
  await addDid(admin, { clientId, number: DID, label: '', answerPhrase: '' });
  const content = { headline: 'Payslips show wrong amounts', opening: 'I am sorry.', statements: STATEMENTS };
  const input = createBriefingInput.parse({ ...content, clientId, publish: true });
  const { id: briefingId, draft } = await createBriefing(admin, input);
  const statementIds = draft.statements.map(({ id }) => id);
  let next = 0;
  const line = async () => {
    while (next < CALLERS) {
      const from = `+4915${200_000_000 + next}`;
      next += 1;
      const { call } = await ringCall(admin, { from, to: DID, routeReason: 'overflow' });
      await tellStatements(admin, { callId: call.id, statementIds });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return { briefingId, statementIds };
}

/** In pages of 500, as the screens read it. @returns how many callers it named */
async function readAllPages(admin: Actor, recallId: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof listRecallCallers>> = await listRecallCallers(admin, {
      recallId,
      limit: 500,
      cursor,
    });
    count += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return count;
}

/** 5,000 callers were told statements that turn out wrong: who they are, and taking each back with its callbacks. */
export async function benchRecall(): Promise<Figure[]> {
  return onOwnDatabase(async (ownerSql) => {
    const admin = makeAdmin();
    await ownerSql`
      insert into organizations (organization_id, name, created_at)
      values (${admin.organizationId}, 'Bench', app_now())`;
    const { briefingId, statementIds } = await tellEverybody(admin);
    const withdrawals: number[] = [];
    const lists: number[] = [];
    const pages: number[] = [];
    for (const statementId of statementIds) {
      const input = { briefingId, statementId, reason: 'Wrong.', correction: 'We look.', callBack: true };
      const [{ recallId, callers }, took] = await timed(() => withdrawStatement(admin, input));
      withdrawals.push(took);
      for (let n = 0; n < LISTS; n += 1) {
        const [{ items }, list] = await timed(() => listRecallCallers(admin, { recallId, limit: CALLERS }));
        const [count, paged] = await timed(() => readAllPages(admin, recallId));
        lists.push(list);
        pages.push(paged);
        if ([callers, items.length, count].some((found) => found !== CALLERS))
          throw new Error(`Of ${CALLERS} callers the recall named ${callers}, ${items.length} and ${count}.`);
      }
    }
    const [load = 0] = loadavg();
    return [
      told('recall: list of 5,000 callers, p50', 'ms', percentile(lists, 0.5), lists.length),
      atMost('recall: list of 5,000 callers, p95', 'ms', percentile(lists, 0.95), 200, lists.length),
      told('recall: the same in ten pages of 500, p50', 'ms', percentile(pages, 0.5), pages.length),
      told('recall: withdraw with 5,000 callbacks, first', 'ms', withdrawals[0] ?? Number.NaN, 1),
      told('recall: withdraw with 5,000 callbacks, best', 'ms', Math.min(...withdrawals), withdrawals.length),
      told('recall: the machine’s load meanwhile', '', load, 1),
    ];
  });
}
