import { inWords, HOUR } from '../../kernel/duration';
import { localClock, wallClock } from '../../kernel/local-time';
import { dispositionWords } from '../calls/outcome-words';
import { urgencies, type Urgency } from '../calls/model';
import type { NoticeMessage } from '../notifications/model';
import type { AccountCall, AccountContent, AccountEscalation, AccountPromise } from './account-content';
import type { Cadence, CallFate } from './model';

export type AccountNotice = {
  organizationName: string;
  /** null: all clients. */
  clientName: string | null;
  cadence: Cadence;
  timeZone: string;
  /** Where it is read with names, behind a sign-in. */
  path: string;
};

/** Given so much after its time, an account says that it is late. */
const LATE = HOUR;

/** Nothing to be listed: what is only counted is no reason to write. */
export function isEmptyAccount({ callsTold, escalations, promises, promisesTold }: AccountContent): boolean {
  const ended = promises.kept + promises.broken + promises.renegotiated + promises.cancelled;
  return callsTold.length + escalations.length + promisesTold.length + promises.given + ended === 0;
}

/**
 * The account of a day or a week as a mail: by urgency, with what is still open in front. It names no caller and quotes
 * nothing that was written down in a call: mails are forwarded and printed. Who it was stands behind the sign-in.
 */
export function accountNotice(content: AccountContent, about: AccountNotice, now: Date): NoticeMessage {
  const { from, until, calls } = content;
  const moment = readMoments(about.timeZone, until);
  const name = (line: { clientName: string | null }) =>
    about.clientName === null ? `${line.clientName ?? 'Unknown number'}, ` : '';
  const total = calls.emergency + calls.urgent + calls.routine;
  const open = content.promises.open + content.escalationsOpen;
  return {
    subject: `${periodWords(about, from, until)} for ${about.clientName ?? `all clients of ${about.organizationName}`}: ${counted(total, 'call')}, ${open} open`,
    lines: [
      `From ${moment(from)} to ${moment(until)} (${about.timeZone}).`,
      ...(now.getTime() - until.getTime() > LATE
        ? [
            `This account comes late by ${inWords(now.getTime() - until.getTime())}: it could not be made in time.`,
          ]
        : []),
      callWords(content, total),
      promiseWords(content),
      'Callers are named, and what they said is to be read, after you sign in.',
      `To change or end this digest, sign in and open Digests, or ask ${about.organizationName}.`,
    ],
    sections: [
      section(
        'Still open',
        [
          ...content.escalations
            .filter(isOpen)
            .map((one) => `${name(one)}${escalationWords(one, moment, now)}`),
          ...content.promisesTold.map((one) => `${name(one)}${promiseLine(one, moment, now)}`),
        ],
        open + content.promises.broken,
      ),
      section(
        'Escalations that ended',
        content.escalations
          .filter((one) => !isOpen(one))
          .map((one) => `${name(one)}${escalationWords(one, moment, now)}`),
        content.escalations.filter((one) => !isOpen(one)).length,
      ),
      ...urgencies.toReversed().map((urgency) =>
        section(
          `${urgencyWords[urgency]} calls (${calls[urgency]})`,
          content.callsTold
            .filter((call) => call.urgency === urgency)
            .map((call) => `${name(call)}${moment(call.ringAt)}: ${callLine(call)}`),
          calls[urgency],
          isBelow(urgency, content.leastUrgency),
        ),
      ),
    ].filter(({ lines }) => lines.length > 0),
    path: about.path,
    linkWords: 'Sign in and read it with names',
  };
}

const urgencyWords: Record<Urgency, string> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  routine: 'Routine',
};

const isBelow = (urgency: Urgency, least: Urgency) => urgencies.indexOf(urgency) < urgencies.indexOf(least);

/** Lines, and how many more there are; what is only counted has the title alone. */
function section(title: string, lines: string[], total: number, isOnlyCounted = false) {
  if (isOnlyCounted) return { title, lines: total === 0 ? [] : ['Only counted, as you wished.'] };
  const left = total - lines.length;
  return { title, lines: left > 0 && lines.length > 0 ? [...lines, `and ${left} more`] : lines };
}

function readMoments(timeZone: string, until: Date): (at: Date) => string {
  const day = wallClock(until, timeZone).date;
  return (at) => {
    const its = wallClock(at, timeZone);
    return its.date === day ? its.time : `${its.weekday}, ${its.time}`;
  };
}

/** A day that begins at midnight is called by its own date, not by the one it ends on. */
function periodWords({ cadence, timeZone }: AccountNotice, from: Date, until: Date): string {
  const isMidnight = localClock(until, timeZone) === '00:00';
  const named = wallClock(isMidnight ? new Date(until.getTime() - 1) : until, timeZone).weekday;
  const days = Math.round((until.getTime() - from.getTime()) / (24 * HOUR));
  if (cadence === 'weekly') return `The week to ${named}`;
  return days > 1 ? `The ${days} days to ${named}` : `The day to ${named}`;
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

const fateWords: Record<CallFate, string> = {
  answered: 'answered',
  abandoned: 'given up before anybody answered',
  ringing: 'not answered yet',
  written: 'in writing',
};

function callWords({ calls, fates }: AccountContent, total: number): string {
  if (total === 0) return 'No calls.';
  const byUrgency = urgencies
    .toReversed()
    .filter((urgency) => calls[urgency] > 0)
    .map((urgency) => `${calls[urgency]} ${urgencyWords[urgency].toLowerCase()}`);
  const byFate = (Object.keys(fateWords) as CallFate[])
    .filter((fate) => fates[fate] > 0)
    .map((fate) => `${fates[fate]} ${fateWords[fate]}`);
  return `${counted(total, 'call')}: ${byUrgency.join(', ')}. Of these ${byFate.join(', ')}.`;
}

function promiseWords({
  promises: { given, kept, keptLate, broken, renegotiated, cancelled, open, overdue },
}: AccountContent) {
  const parts = [
    `${given} given`,
    `${kept} kept${keptLate > 0 ? ` (${keptLate} late)` : ''}`,
    `${broken} broken`,
    ...(renegotiated > 0 ? [`${renegotiated} agreed anew`] : []),
    ...(cancelled > 0 ? [`${cancelled} void`] : []),
  ];
  return `Promises: ${parts.join(', ')}; ${open} open now${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`;
}

const isOpen = ({ state }: AccountEscalation) => state !== 'resolved' && state !== 'cancelled';

type Moment = (at: Date) => string;

function escalationWords(one: AccountEscalation, moment: Moment, now: Date): string {
  const { urgency, state, startedAt, acknowledgedAt, acknowledgedByName, resolvedAt } = one;
  const head = `${urgencyWords[urgency]} escalation of ${moment(startedAt)}`;
  const told =
    acknowledgedAt === null
      ? 'nobody acknowledged it'
      : `acknowledged after ${since(startedAt, acknowledgedAt)}${acknowledgedByName === null ? '' : ` by ${acknowledgedByName}`}`;
  switch (state) {
    case 'open':
      return `${head}: nobody has acknowledged it for ${since(startedAt, now)}`;
    case 'unanswered':
      return `${head}: everybody was tried, and nobody answered`;
    case 'acknowledged':
      return `${head}: ${told}, not settled`;
    case 'resolved':
      return `${head}: ${told}, settled after ${since(startedAt, resolvedAt ?? now)}`;
    case 'cancelled':
      return `${head}: called off; ${told}`;
  }
}

const since = (from: Date, to: Date) => inWords(to.getTime() - from.getTime());

const kindWords: Record<AccountPromise['kind'], string> = {
  callback: 'Call back',
  information: 'Information',
  document: 'Document',
  fix: 'Put right',
  other: 'Promise',
};

const ownerWords: Record<AccountPromise['owner'], string> = {
  operator: 'by an operator',
  service: 'by the answering service',
  client: 'by the client',
};

function promiseLine({ kind, owner, state, dueAt }: AccountPromise, moment: Moment, now: Date): string {
  const head = `${kindWords[kind]} promised for ${moment(dueAt)}, ${ownerWords[owner]}`;
  if (state === 'broken') return `${head}: broken`;
  return dueAt <= now ? `${head}: overdue for ${since(dueAt, now)}` : `${head}: open`;
}

function callLine({ about, fate, disposition }: AccountCall): string {
  const end = disposition === null ? fateWords[fate] : dispositionWords(disposition).words.toLowerCase();
  return about === null ? end : `${about}, ${end}`;
}
