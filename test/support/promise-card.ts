import type { PromiseCard } from '../../src/domain/promises/model';

const given = new Date('2026-03-30T09:00:00Z');

/** A promise that somebody of the answering service keeps, with whatever a test cares about. */
export function promiseCard(changes: Partial<PromiseCard> = {}): PromiseCard {
  return {
    id: 'p1',
    clientId: 'brightwater',
    clientName: 'Brightwater Payroll',
    clientTimeZone: 'Europe/Berlin',
    callId: 'call',
    kind: 'callback',
    reason: 'call',
    causeId: 'p1',
    briefingId: null,
    what: 'the wrong payslip',
    before: 'I will call you back.',
    owner: 'service',
    ownerId: null,
    ownerName: '',
    assignedToId: null,
    assignedToName: null,
    callerName: '',
    callerPhone: null,
    callerTimeZone: 'Europe/Berlin',
    dueAt: new Date('2026-03-30T15:00:00Z'),
    state: 'open',
    tries: 0,
    evidence: '',
    evidenceKind: null,
    evidenceId: null,
    replacesId: null,
    replacedById: null,
    createdById: 'olga',
    createdByName: 'Olga Operator',
    createdAt: given,
    endedAt: null,
    endedByName: null,
    ...changes,
  };
}
