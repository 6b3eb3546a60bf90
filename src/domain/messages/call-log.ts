import { formatPhone } from '../../kernel/phone';
import { localMoments, localTime } from '../../kernel/local-time';
import type { CallCard, Note, ToldStatement } from '../calls/model';
import { dispositionWords, readBackWords } from '../calls/outcome-words';
import type { EscalationCard } from '../escalations/model';
import type { PromiseCard } from '../promises/model';
import { shortened } from './shortened';

export type LoggedCall = Pick<
  CallCard,
  | 'clientName'
  | 'clientTimeZone'
  | 'channel'
  | 'ani'
  | 'ringAt'
  | 'answeredByName'
  | 'callerName'
  | 'callerPhone'
  | 'issue'
  | 'requestedSolution'
  | 'intake'
  | 'moodAtStart'
  | 'mood'
  | 'urgency'
  | 'readBack'
  | 'disposition'
>;
type LoggedPromise = Pick<
  PromiseCard,
  'what' | 'owner' | 'ownerName' | 'dueAt' | 'state' | 'createdByName' | 'createdAt' | 'endedAt'
>;
type LoggedEscalation = Pick<
  EscalationCard,
  'state' | 'startedAt' | 'startedByName' | 'acknowledgedAt' | 'acknowledgedByName' | 'resolvedAt'
> & {
  /** Who was told, as far as it is known here. */
  toNames?: readonly string[];
};

export type CallLogInput = {
  call: LoggedCall;
  /** In the order of the log. */
  notes: readonly Note[];
  told: readonly ToldStatement[];
  promises: readonly LoggedPromise[];
  escalations: readonly LoggedEscalation[];
  /** What the fields of the intake are called, by id; one without a name keeps its id. */
  labels?: Readonly<Record<string, string>>;
};

/** A call's log in point form, each line readable by itself. `points` are the notes, in order, one line each. */
export type CallLog = { subject: string; facts: string[]; points: string[] };

/**
 * What is known of a call, as it reads well to the next person: who and when, the matter, what was told, promised and
 * escalated, how it ended, and then the points of the log. Times are wall times of the client; a moment on another day
 * than the ring names its day.
 */
export function callLog(input: CallLogInput): CallLog {
  const { call, told, promises, escalations } = input;
  const clock = localMoments(call.clientTimeZone ?? 'UTC', call.ringAt);
  return {
    subject: subjectOf(input, clock),
    facts: [
      ...callerLines(call),
      ...matterLines(input),
      ...told.map(({ at, text }) => `Told ${clock(at)}: “${text}”`),
      ...promises.map((promise) => promiseLine(promise, call, clock)),
      ...escalations.map((escalation) => escalationLine(escalation, clock)),
      ...named('Read back', call.readBack && inLine(readBackWords(call.readBack))),
      ...named('Ended as', call.disposition && inLine(dispositionWords(call.disposition).words)),
    ],
    points: pointLines(input, clock),
  };
}

type Clock = (at: Date) => string;

/** As it stands behind a colon. */
const inLine = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const named = (name: string, words: string | null): string[] => (words ? [`${name}: ${words}`] : []);

function callerOf({ callerName, ani }: LoggedCall): string {
  return callerName || formatPhone(ani) || 'A caller';
}

/** "Jonas Weber about a wrong payslip, 14:02"; what begins like a sentence stands behind a colon. */
function subjectOf({ call, notes }: CallLogInput, clock: Clock): string {
  const matter = shortened(call.issue || (notes.find(({ kind }) => kind === 'point')?.text ?? ''), 80);
  const joint = /^\p{Ll}/u.test(matter) ? ' about ' : ': ';
  return `${callerOf(call)}${matter === '' ? '' : joint}${matter}, ${clock(call.ringAt)}`;
}

function callerLines(call: LoggedCall): string[] {
  const { callerName, callerPhone, ani, channel, ringAt, answeredByName, clientTimeZone } = call;
  const number = ani === '' ? 'number withheld' : formatPhone(ani);
  const back = callerPhone && callerPhone !== ani ? `; ring back on ${formatPhone(callerPhone)}` : '';
  const [came, taken] = channel === 'email' ? ['Written', 'worked off'] : ['Called', 'answered'];
  const by = answeredByName === null ? '' : `, ${taken} by ${answeredByName}`;
  return [
    `Caller: ${callerName || 'name not given'}, ${number}${back}`,
    `${came}: ${localTime(ringAt, clientTimeZone ?? 'UTC')}${by}`,
  ];
}

function matterLines({ call, labels = {} }: CallLogInput): string[] {
  const { moodAtStart, mood, urgency } = call;
  const moods = mood !== null && moodAtStart !== null && moodAtStart !== mood ? [moodAtStart, mood] : [mood];
  return [
    ...named('Matter', call.issue),
    ...named('Wants', call.requestedSolution),
    ...Object.entries(call.intake).flatMap(([id, answer]) => named(labels[id] ?? id, answer)),
    ...named('Mood', moods.map((one) => one ?? '').join(' → ')),
    `Urgency: ${urgency}`,
  ];
}

function promiseLine(promise: LoggedPromise, call: LoggedCall, clock: Clock): string {
  const { what, owner, ownerName, dueAt, state, createdByName, createdAt, endedAt } = promise;
  const who = {
    operator: ownerName,
    service: 'the answering service',
    client: call.clientName ?? 'the client',
  }[owner];
  const end = state === 'open' ? '' : `; ${state}${endedAt === null ? '' : ` ${clock(endedAt)}`}`;
  return `Promised ${clock(createdAt)} by ${createdByName}: ${what} (by ${clock(dueAt)}, ${who}${end})`;
}

function escalationLine(escalation: LoggedEscalation, clock: Clock): string {
  const { state, startedAt, startedByName, toNames = [] } = escalation;
  const { acknowledgedAt, acknowledgedByName, resolvedAt } = escalation;
  const taken =
    acknowledgedAt === null ? '' : `acknowledged ${clock(acknowledgedAt)} by ${acknowledgedByName ?? 'them'}`;
  const standing = {
    open: 'not acknowledged yet',
    acknowledged: taken,
    resolved: [taken, `resolved${resolvedAt === null ? '' : ` ${clock(resolvedAt)}`}`]
      .filter(Boolean)
      .join(', '),
    cancelled: 'cancelled',
    unanswered: 'nobody has acknowledged',
  }[state];
  const to = toNames.length === 0 ? '' : ` to ${toNames.join(', ')}`;
  return `Escalated ${clock(startedAt)} by ${startedByName}${to}: ${standing}`;
}

function pointLines({ call, notes }: CallLogInput, clock: Clock): string[] {
  const numbers = new Map(notes.map(({ id }, n) => [id, n + 1]));
  return notes.map(({ kind, text, at, byName, correctsNoteId }, n) => {
    const corrected = correctsNoteId === null ? undefined : numbers.get(correctsNoteId);
    const head = {
      point: clock(at),
      question: `${clock(at)} Question to the client`,
      correction: `Correction ${clock(at)}${corrected === undefined ? '' : ` of point ${corrected}`}`,
      abuse: `${clock(at)} Boundary named`,
    }[kind];
    const by = byName === call.answeredByName ? '' : ` (${byName})`;
    return `${n + 1}. ${head}${by}: ${text}`;
  });
}
