import type { z } from 'zod';
import type { BriefingContentInput } from '../../src/domain/briefings/model';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { withdrawStatementInput } from '../../src/domain/recalls/model';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { withdrawStatement } from '../../src/domain/recalls/withdraw-statement';
import type { Actor } from '../../src/kernel/actor';
import { publishedBriefing, type Tenant } from './world';

export const WRONG = 'The transfer is correct.';
export const RIGHT = 'The transfer is wrong; it is sent again on Friday.';

/** A briefing that is in force, whose first statement will turn out wrong. */
export async function wrongBriefing(tenant: Tenant, changes: BriefingContentInput = {}) {
  const briefing = await publishedBriefing(tenant, changes);
  const [wrong, other] = briefing.draft.statements;
  if (wrong === undefined || other === undefined) throw new Error('The briefing needs two statements.');
  return { briefingId: briefing.id, statementId: wrong.id, otherId: other.id };
}

export type WrongBriefing = Awaited<ReturnType<typeof wrongBriefing>>;

/** A call that the operator answers. */
export async function takeCall(tenant: Tenant, from: string, operator: Actor = tenant.actors.operator) {
  const { call } = await ringCall(operator, { from, to: tenant.did.number, routeReason: 'overflow' });
  return answerCall(operator, call.id);
}

/** A caller rings, and is told a statement of the version in force at the ring. */
export async function tellCaller(tenant: Tenant, from: string, statementId: string) {
  const call = await takeCall(tenant, from);
  await tellStatements(tenant.actors.operator, { callId: call.id, statementIds: [statementId] });
  return call;
}

/** As the screens and REST send it. */
export function takeBack(
  actor: Actor,
  { briefingId, statementId }: WrongBriefing,
  changes: Partial<z.input<typeof withdrawStatementInput>> = {},
) {
  return withdrawStatement(
    actor,
    withdrawStatementInput.parse({
      briefingId,
      statementId,
      reason: 'The bank sent it twice.',
      callBack: true,
      ...changes,
    }),
  );
}
