import { inWords } from '../../kernel/duration';
import { formatPhone } from '../../kernel/phone';
import { dispositionWords, readBackWords } from '../calls/outcome-words';
import type { CallFacts, EscalationLine, PromiseLine, ToldLine } from './incident-call';
import { waitedSeconds } from './incident-call';

type LineKind =
  'about' | 'wants' | 'answer' | 'note' | 'told' | 'asked' | 'promised' | 'escalated' | 'agreed';

/** One line about a call: "Promised" and what. */
export type CallLine = { kind: LineKind; label: string; words: string };

/** Reads an instant off a wall clock. */
type Clock = (at: Date) => string;

type Names = { clientName: string };

/** "Maria Weber, +49 151 12345678": as much as is known. */
export function callerWords({ callerName, phone, email }: CallFacts): string {
  const where = email ?? (phone === null ? 'number withheld' : formatPhone(phone));
  return `${callerName || 'Name not known'}, ${where}`;
}

/** How a call went, in one line: "Answered after 8 s by Kim, 4 min; upset, then calm; Informed". */
export function courseWords(call: CallFacts): string {
  const { moodIn, moodOut, urgency, disposition, readBack } = call;
  const moods = [...new Set([moodIn, moodOut].filter((mood) => mood !== null))];
  return [
    fateWords(call),
    moods.join(', then '),
    urgency === 'routine' ? '' : urgency,
    disposition === null ? '' : dispositionWords(disposition).words,
    readBack === null ? '' : readBackWords(readBack),
  ]
    .filter((words) => words !== '')
    .join('; ');
}

function fateWords(call: CallFacts): string {
  const { fate, operatorName, answeredAt, endedAt } = call;
  const by = operatorName === null ? '' : ` by ${operatorName}`;
  const waited = waitedSeconds(call);
  const after = waited === null ? '' : ` after ${waited} s`;
  if (fate === 'written') return `A complaint in writing, worked off${by}`;
  if (fate === 'ringing') return 'Still ringing';
  if (fate === 'abandoned') return `Gave up${after}; nobody answered`;
  const spoken =
    answeredAt === null || endedAt === null
      ? ''
      : `, ${inWords(Date.parse(endedAt) - Date.parse(answeredAt))}`;
  return `Answered${after}${by}${spoken}`;
}

/** What the caller said, was told and was promised, and what came of it: in the order of a log. */
export function callLines(call: CallFacts, clock: Clock, names: Names): CallLine[] {
  const at = (instant: string) => clock(new Date(instant));
  const line = (kind: LineKind, label: string, words: string): CallLine[] =>
    words === '' ? [] : [{ kind, label, words }];
  return [
    ...line('about', 'About', call.issue),
    ...line('wants', 'Wants', call.wish),
    ...call.intake.flatMap(({ label, answer }) => line('answer', label, answer)),
    ...call.notes.flatMap((note) => line('note', `${noteLabels[note.kind]} ${at(note.at)}`, note.text)),
    ...call.told.flatMap((told) => line('told', `Told ${at(told.at)}`, toldWords(told))),
    ...call.questions.flatMap(({ text, state }) =>
      line('asked', 'Asked', `${text} (${questionStates[state]})`),
    ),
    ...call.promises.flatMap((promise) => line('promised', 'Promised', promiseWords(promise, at, names))),
    ...call.escalations.flatMap((one) => line('escalated', 'Escalated', escalationWords(one, at))),
    ...(call.update === null ? [] : line('agreed', 'Agreed', updateWords(call.update, at))),
  ];
}

const noteLabels = { point: 'Noted', question: 'Asked', correction: 'Corrected', abuse: 'Boundary named' };

const questionStates = {
  open: 'no answer yet',
  answered: 'answered since',
  dismissed: 'set aside by the client',
};

const correctionWords = {
  not_called: 'nobody calls back about it',
  no_number: 'cannot be called back: no number',
  open: 'to be called back',
  kept: 'called back with the correction',
  broken: 'called back, not reached',
  renegotiated: 'called back, agreed anew',
  cancelled: 'the call back was called off',
};

function toldWords({ text, version, recall, isAfterWithdrawal }: ToldLine): string {
  const late = isAfterWithdrawal ? ', told although withdrawn' : '';
  const since = recall === null ? '' : `, withdrawn since: ${correctionWords[recall.state]}`;
  return `“${text}” (version ${version}${late}${since})`;
}

const channels = { sms: 'by SMS', email: 'by e-mail', callback: 'by a call back' };

function updateWords(
  { channel, state, toldAt }: NonNullable<CallFacts['update']>,
  at: (instant: string) => string,
): string {
  const how = {
    waiting: 'not settled yet',
    needs_words: 'settled; the words for it are not approved',
    promised: 'settled; they are called back about it',
    told: toldAt === null ? 'told' : `told ${at(toldAt)}`,
    failed: 'telling them failed',
    cancelled: 'called off',
  }[state];
  return `to be told ${channels[channel]} when it is settled: ${how}`;
}

const reasons = {
  call: '',
  recall: 'Call back with a correction: ',
  question: 'Call back with the answer: ',
  resolved: 'Call back to say that it is settled: ',
};

function promiseWords(promise: PromiseLine, at: (instant: string) => string, { clientName }: Names): string {
  const { kind, reason, what, owner, ownerName, dueAt, endedAt, state, tries, evidence } = promise;
  const named = reason === 'call' && kind === 'callback' ? `Call back: ${what}` : `${reasons[reason]}${what}`;
  const who = { operator: ownerName, service: 'the answering service', client: clientName }[owner];
  const tried = tries === 0 ? '' : `, tried ${tries === 1 ? 'once' : `${tries} times`}`;
  const ended = endedAt === null ? '' : ` ${at(endedAt)}`;
  const isLate = state === 'kept' && endedAt !== null && Date.parse(endedAt) > Date.parse(dueAt);
  const words = {
    open: `open${tried}`,
    kept: `kept${isLate ? ' late' : ''}${ended}`,
    broken: `broken${ended}${tried}`,
    renegotiated: `agreed anew${ended}`,
    cancelled: `called off${ended}`,
  }[state];
  const shown = evidence === '' ? '' : `: ${evidence}`;
  return `${named} (by ${at(dueAt)}, ${who}; ${words}${shown})`;
}

function escalationWords(escalation: EscalationLine, at: (instant: string) => string): string {
  const { summary, startedAt, acknowledgedAt, acknowledgedByName, resolvedAt, state } = escalation;
  const taken =
    acknowledgedAt === null ? '' : `acknowledged ${at(acknowledgedAt)} by ${acknowledgedByName ?? 'them'}`;
  const standing = {
    open: 'nobody has acknowledged yet',
    acknowledged: `${taken}, not settled`,
    resolved: [taken, `settled${resolvedAt === null ? '' : ` ${at(resolvedAt)}`}`].filter(Boolean).join(', '),
    cancelled: 'called off',
    unanswered: 'nobody has acknowledged',
  }[state];
  return `${at(startedAt)} ${summary} (${standing})`;
}
