// The people a policy may mean, without a database.
import type { ContactMethod } from '../../src/domain/contacts/model';
import type { StepTarget } from '../../src/domain/escalations/model';
import type { PolicyContact, PolicyPeople } from '../../src/domain/escalations/plan-step';
import type { ScheduleFacts } from '../../src/domain/oncall/model';

/** Saturday, noon in Berlin. */
export const now = new Date('2026-11-21T11:00:00Z');

export const method = (
  channel: ContactMethod['channel'],
  changes: Partial<ContactMethod> = {},
): ContactMethod => ({
  id: `${channel} ${String(changes.delaySeconds ?? 0)}`,
  channel,
  address: `to ${channel}`,
  delaySeconds: 0,
  format: null,
  isVerified: true,
  isStopped: false,
  hasSecret: false,
  failure: null,
  ...changes,
});

export const contact = (name: string, changes: Partial<PolicyContact> = {}): PolicyContact => ({
  id: name,
  clientId: 'client',
  name,
  title: 'Duty',
  timeZone: null,
  quietHours: null,
  membershipId: null,
  isRemoved: false,
  replacedById: null,
  hasSignIn: false,
  methods: [method('email', { id: `${name} email` })],
  ...changes,
});

export const always = (...contactIds: string[]): ScheduleFacts => ({
  timeZone: 'UTC',
  rotations: contactIds.map((id) => ({
    name: id,
    unit: 'week',
    every: 1,
    startsAt: '2020-01-06T00:00',
    contactIds: [id],
    spans: [],
  })),
  overrides: [],
  coverages: [],
  holidays: [],
});

export type Given = {
  contacts?: PolicyContact[];
  schedules?: Record<string, ScheduleFacts>;
  managers?: string[];
};

export function peopleOf({ contacts = [], schedules = {}, managers = ['Mia'] }: Given): PolicyPeople {
  return {
    contacts: new Map(contacts.map((one) => [one.id, one])),
    everyone: contacts.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id),
    schedules: new Map(Object.entries(schedules).map(([name, facts]) => [name, { name, facts }])),
    managers: managers.map((name) => ({ id: name, name, email: `${name}@calm.example` })),
    timeZone: 'Europe/Berlin',
  };
}

export const tom: StepTarget = { type: 'contact', id: 'Tom' };
export const everyone: StepTarget = { type: 'everyone' };
export const managers: StepTarget = { type: 'account_manager' };
