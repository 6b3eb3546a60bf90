import type { Urgency } from '../calls/model';
import type { Contact, ContactMethod } from '../contacts/model';
import { after, SECOND } from '../../kernel/duration';
import type { Channel, WaitReason } from '../notifications/model';
import type { ScheduleFacts } from '../oncall/model';
import { onCallAt } from '../oncall/on-call-at';
import type { Policy, StepTarget } from './model';
import { quietHoursEnd } from './quiet-hours-end';

/*
 * Whom a step means, at one instant, and by what they are told when.
 *
 * A policy names targets; people stand behind them only for a while. So the names are resolved when the step begins, from
 * facts that were read at that moment: who is on call, who stands in for somebody who left, which of their methods still
 * carry. The live step, the desk's preview and a dry run for next Sunday ask this one rule, and so cannot disagree.
 *
 * Nobody is meant twice, whichever targets name them. Each person is told by their methods in the order of their delays,
 * counted from the step's beginning; methods that cannot carry anything now are named with their problem, and the rest
 * moves up by what they would have waited for them. Quiet hours hold back what is routine, and only that: the first
 * message waits for their end, visibly, and the later methods keep their distance to it. A target that leads to nobody,
 * or to somebody without any way to be reached, is a gap in words. What follows from a gap is the engine's matter.
 */

/** A contact of the client, removed or not. */
export type PolicyContact = Contact & {
  isRemoved: boolean;
  replacedById: string | null;
  /** Whether somebody signs in as this contact. */
  hasSignIn: boolean;
};

/** All that the steps of one policy may mean; read once, for all of them. */
export type PolicyPeople = {
  /** By id: those of the targets and rotations, and whoever stands in for them. */
  contacts: ReadonlyMap<string, PolicyContact>;
  /** The ids of all contacts of the client, by name; at most 50. */
  everyone: readonly string[];
  schedules: ReadonlyMap<string, { name: string; facts: ScheduleFacts }>;
  managers: readonly { id: string; name: string; email: string }[];
  /** The client's. */
  timeZone: string;
};

export type PlanMessage = {
  /** The contact method, or the membership of an account manager. */
  methodId: string;
  /** The contact, or the same membership. */
  recipientId: string;
  isContact: boolean;
  name: string;
  title: string;
  channel: Channel;
  address: string;
  at: Date;
  waitsFor: WaitReason | null;
  /** Why it cannot be sent; null: it can. */
  problem: string | null;
};

export type StepPlan = {
  messages: PlanMessage[];
  /** Targets that lead to nobody who can be told, in words. */
  gaps: string[];
  /** Whether one of the gaps is a schedule on which nobody is. */
  isNobodyOnCall: boolean;
};

/** Longer chains of people who left one after another are followed no further. */
const MOST_STAND_INS = 10;

export function planStep(
  step: Pick<Policy['steps'][number], 'targets'>,
  people: PolicyPeople,
  now: Date,
  urgency: Urgency,
): StepPlan {
  const messages = new Map<string, PlanMessage[]>();
  const gaps = new Set<string>();
  let isNobodyOnCall = false;
  const tellContact = (id: string) => {
    const contact = presentContact(id, people);
    if (contact === undefined) {
      const name = people.contacts.get(id)?.name ?? 'Somebody whom the step names';
      gaps.add(`${name} is no longer a contact.`);
      return;
    }
    const own = contactMessages(contact, people, now, urgency);
    if (own.every(({ problem }) => problem !== null)) gaps.add(`${contact.name} has no way to be reached.`);
    messages.set(contact.id, own);
  };
  const tellSchedule = (id: string) => {
    const schedule = people.schedules.get(id);
    const onCall = schedule === undefined ? [] : onCallAt(schedule.facts, now);
    if (onCall.length === 0) {
      isNobodyOnCall = true;
      gaps.add(
        schedule === undefined
          ? 'A schedule of this step is no longer there.'
          : `Nobody is on call for ${schedule.name}.`,
      );
    }
    onCall.forEach(tellContact);
  };
  const tellManagers = (id: string | undefined) => {
    const meant = people.managers.filter((manager) => id === undefined || manager.id === id);
    if (meant.length === 0) {
      gaps.add(
        id === undefined ? 'There is no account manager.' : 'That account manager is no longer there.',
      );
    }
    for (const manager of meant) messages.set(manager.id, [accountManagerMessage(manager, now)]);
  };
  const tell = (target: StepTarget) => {
    switch (target.type) {
      case 'contact':
        return tellContact(target.id);
      case 'schedule':
        return tellSchedule(target.id);
      case 'everyone':
        if (people.everyone.length === 0) gaps.add('The client has no contacts.');
        return people.everyone.forEach(tellContact);
      case 'account_manager':
        return tellManagers(target.id);
    }
  };
  step.targets.forEach(tell);
  return { messages: [...messages.values()].flat(), gaps: [...gaps], isNobodyOnCall };
}

/** The contact, or whoever stands in for one who was removed. */
function presentContact(id: string, { contacts }: PolicyPeople): PolicyContact | undefined {
  let contact = contacts.get(id);
  for (let n = 0; n < MOST_STAND_INS && contact?.isRemoved === true; n += 1) {
    contact = contact.replacedById === null ? undefined : contacts.get(contact.replacedById);
  }
  return contact?.isRemoved === false ? contact : undefined;
}

function contactMessages(
  contact: PolicyContact,
  people: PolicyPeople,
  now: Date,
  urgency: Urgency,
): PlanMessage[] {
  const zone = contact.timeZone ?? people.timeZone;
  const quietUntil = (at: Date) =>
    urgency === 'routine' ? quietHoursEnd(contact.quietHours, zone, at) : null;
  const methods = contact.methods.toSorted((a, b) => a.delaySeconds - b.delaySeconds);
  const usable = methods.find((method) => problemOf(method, contact) === null);
  const unused = (usable?.delaySeconds ?? 0) - (methods[0]?.delaySeconds ?? 0);
  const begins = quietUntil(now) ?? now;
  let isFirst = true;
  return methods.map((method) => {
    const problem = problemOf(method, contact);
    const planned = after(begins, Math.max(0, method.delaySeconds - unused) * SECOND);
    const at = quietUntil(planned) ?? planned;
    const isQuiet = at > planned || (isFirst && begins > now);
    if (problem === null) isFirst = false;
    return {
      methodId: method.id,
      recipientId: contact.id,
      isContact: true,
      name: contact.name,
      title: contact.title,
      channel: method.channel,
      address: method.address,
      at,
      waitsFor: at <= now ? null : isQuiet ? 'quiet_hours' : 'method_delay',
      problem,
    };
  });
}

function problemOf({ channel, isStopped }: ContactMethod, { name, hasSignIn }: PolicyContact): string | null {
  if (isStopped) return `${name} answered STOP there.`;
  if ((channel === 'app' || channel === 'push') && !hasSignIn) return `Nobody signs in as ${name}.`;
  return null;
}

function accountManagerMessage(
  { id, name, email }: PolicyPeople['managers'][number],
  now: Date,
): PlanMessage {
  return {
    methodId: id,
    recipientId: id,
    isContact: false,
    name,
    title: 'Account manager',
    channel: 'email',
    address: email,
    at: now,
    waitsFor: null,
    problem: null,
  };
}
