import { expect, it } from 'vitest';
import type { LinkedEscalation } from '../../src/domain/escalations/link-queries';
import { acknowledgeView } from '../../src/http/acknowledge-view';
import type { EscalationCard, EscalationState } from '../../src/domain/escalations/model';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 6, minute));

function linked(
  n: number,
  state: EscalationState,
  changes: Partial<LinkedEscalation> = {},
  card: Partial<EscalationCard> = {},
): LinkedEscalation {
  const hasSomebody = state === 'acknowledged' || state === 'resolved';
  return {
    escalation: {
      id: `e${n}`,
      callId: null,
      clientId: 'c',
      clientName: 'Brightwater Payroll',
      state,
      urgency: 'urgent',
      summary: `Matter ${n}`,
      cycle: 1,
      step: 1,
      stepCount: 2,
      tried: [],
      nextStepDueAt: null,
      startedAt: at(n),
      startedById: 'o',
      startedByName: 'Olga',
      acknowledgedAt: hasSomebody ? at(30) : null,
      acknowledgedByName: hasSomebody ? 'Eva Schulz' : null,
      resolvedAt: null,
      ...card,
    },
    recipientName: 'Tom Becker',
    organization: { name: 'Harbor Answering', phone: '+493055550100' },
    timeZone: 'Europe/Berlin',
    isStale: false,
    begunAgainAt: null,
    answeredAt: null,
    promises: [],
    report: null,
    ...changes,
  };
}

it('of one matter: asks, or says who has it, that it was passed on, or that nothing is left to do', () => {
  expect(acknowledgeView([linked(1, 'open')], false)).toMatchObject({
    kind: 'open',
    cycle: 1,
    begunAgainAt: null,
  });
  expect(acknowledgeView([linked(1, 'unanswered')], false)).toMatchObject({ kind: 'open' });
  expect(acknowledgeView([linked(1, 'open')], true)).toMatchObject({ kind: 'declined' });
  expect(acknowledgeView([linked(1, 'acknowledged')], true)).toMatchObject({
    kind: 'acknowledged',
    byName: 'Eva Schulz',
    at: at(30),
  });
  expect(acknowledgeView([linked(1, 'cancelled')], false)).toMatchObject({ kind: 'closed' });
  expect(acknowledgeView([], false)).toBeNull();
});

it('whoever acknowledged where everybody must is thanked, though it still runs', () => {
  const view = acknowledgeView([linked(1, 'open', { answeredAt: at(5) })], false);
  expect(view).toMatchObject({ kind: 'partly', at: at(5), clientName: 'Brightwater Payroll' });
});

it('a message of an earlier run shows when it was begun again, and asks for the present round', () => {
  const again = linked(1, 'open', { isStale: true, begunAgainAt: at(50) }, { cycle: 4 });
  expect(acknowledgeView([again], false)).toMatchObject({ kind: 'open', cycle: 4, begunAgainAt: at(50) });
  const sameRun = linked(1, 'open', { begunAgainAt: at(50) }, { cycle: 4 });
  expect(acknowledgeView([sameRun], false)).toMatchObject({ kind: 'open', begunAgainAt: null });
});

it('of many: what waits comes first, 20 at most, with the true counts and the present rounds of stale ones', () => {
  const over = Array.from({ length: 5 }, (_, n) => linked(n, 'acknowledged'));
  const open = Array.from({ length: 27 }, (_, n) => linked(100 + n, 'open'));
  const stale = linked(200, 'open', { isStale: true, begunAgainAt: at(40) }, { cycle: 2 });
  const view = acknowledgeView([...over, ...open, stale], true);
  if (view?.kind !== 'bundle') throw new Error('Many make a bundle.');
  expect(view).toMatchObject({ count: 33, openCount: 28, hasDeclined: true, recipientName: 'Tom Becker' });
  expect(view.rows).toHaveLength(20);
  expect(view.rows.every(({ kind }) => kind === 'open')).toBe(true);
  expect(view.present).toEqual([{ escalationId: 'e200', cycle: 2 }]);
  const few = acknowledgeView([...over, linked(9, 'open')], false);
  expect(few).toMatchObject({
    openCount: 1,
    rows: [{ kind: 'open' }, { kind: 'acknowledged', byName: 'Eva Schulz' }, {}, {}, {}, {}],
  });
});
