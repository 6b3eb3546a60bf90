import { formatPhone } from '../../kernel/phone';
import type { CallFacts, IncidentCall, PromiseLine } from './incident-call';
import { waitedSeconds } from './incident-call';
import { isOverdue } from './incident-figures';

/** What is left to do after an incident, and whose it is. */
export type OpenItem = {
  kind: 'promise' | 'escalation' | 'question' | 'call' | 'unreached' | 'recall' | 'update';
  /** The call in the list that it hangs on. */
  callNumber: number;
  /** The caller's name, or where they can be reached; '' where neither is known. */
  caller: string;
  words: string;
  whose: 'service' | 'client';
  /** Of the person, where it is somebody's in particular; '' otherwise. */
  whoseName: string;
  dueAt: string | null;
  isOverdue: boolean;
};

type Item = Pick<OpenItem, 'kind' | 'words' | 'whose'> & Partial<Pick<OpenItem, 'whoseName' | 'dueAt'>>;

/**
 * Everything that is still open, what is due first in front, then by call: promises, escalations that nobody has settled,
 * questions without an answer, calls still in hand, callers who gave up and whom nobody has spoken with, those who were
 * told something wrong and cannot be called, and callers who wait to hear that it is settled.
 */
export function stillOpen(calls: readonly IncidentCall[], asOf: Date): OpenItem[] {
  const reached = new Set(
    calls.filter(({ fate }) => fate === 'answered' || fate === 'written').map(({ callerKey }) => callerKey),
  );
  const items = calls.flatMap((call) =>
    [
      ...promiseItems(call),
      ...escalationItems(call),
      ...questionItems(call),
      ...callItems(call, reached),
      ...recallItems(call),
      ...updateItems(call),
    ].map((item) => ({
      callNumber: call.number,
      caller: call.callerName || (call.email ?? (call.phone === null ? '' : formatPhone(call.phone))),
      whoseName: '',
      dueAt: null,
      ...item,
      isOverdue: item.dueAt != null && isOverdue({ state: 'open', dueAt: item.dueAt }, asOf),
    })),
  );
  return items.sort((one, other) => {
    if (one.dueAt === null || other.dueAt === null) {
      return Number(one.dueAt === null) - Number(other.dueAt === null) || one.callNumber - other.callNumber;
    }
    return Date.parse(one.dueAt) - Date.parse(other.dueAt) || one.callNumber - other.callNumber;
  });
}

function promiseItems({ promises }: CallFacts): Item[] {
  return promises
    .filter(({ state }) => state === 'open')
    .map((promise) => ({
      kind: 'promise',
      words: promiseWords(promise),
      whose: promise.owner === 'client' ? 'client' : 'service',
      whoseName: promise.ownerName,
      dueAt: promise.dueAt,
    }));
}

function promiseWords({ reason, kind, what, tries }: PromiseLine): string {
  const tried = tries === 0 ? '' : tries === 1 ? ' (tried once)' : ` (tried ${tries} times)`;
  if (reason === 'recall') return `Call back with the correction${tried}: ${what}`;
  if (reason === 'question') return `Call back with the answer${tried}: ${what}`;
  if (reason === 'resolved') return `Call back to say that it is settled${tried}: ${what}`;
  return kind === 'callback' ? `Call back${tried}: ${what}` : what;
}

function escalationItems({ escalations }: CallFacts): Item[] {
  return escalations.flatMap(({ state, summary, acknowledgedByName }): Item[] => {
    if (state === 'acknowledged') {
      const whoseName = acknowledgedByName ?? '';
      return [
        { kind: 'escalation', words: `Acknowledged, not settled: ${summary}`, whose: 'client', whoseName },
      ];
    }
    if (state !== 'open' && state !== 'unanswered') return [];
    return [{ kind: 'escalation', words: `Nobody has acknowledged: ${summary}`, whose: 'service' }];
  });
}

function questionItems({ questions }: CallFacts): Item[] {
  return questions
    .filter(({ state }) => state === 'open')
    .map(({ text }) => ({ kind: 'question', words: `No answer yet: ${text}`, whose: 'client' }));
}

function callItems(call: CallFacts, reached: ReadonlySet<string | null>): Item[] {
  if (call.fate === 'ringing') return [{ kind: 'call', words: 'Still ringing.', whose: 'service' }];
  if (call.isOpen) {
    return [
      {
        kind: 'call',
        words: 'Still being written up.',
        whose: 'service',
        whoseName: call.operatorName ?? '',
      },
    ];
  }
  if (call.fate !== 'abandoned' || (call.callerKey !== null && reached.has(call.callerKey))) return [];
  const waited = waitedSeconds(call);
  const after = waited === null ? '' : ` after ${waited} s`;
  return [
    {
      kind: 'unreached',
      words: `Gave up${after}; nobody has spoken with them since.${call.phone === null ? ' The number was withheld.' : ''}`,
      whose: 'client',
    },
  ];
}

function recallItems({ told }: CallFacts): Item[] {
  return told
    .filter(({ recall }) => recall?.state === 'no_number')
    .map(({ text }) => ({
      kind: 'recall',
      words: `Was told what is wrong, and left no number: “${text}”`,
      whose: 'client',
    }));
}

function updateItems({ update }: CallFacts): Item[] {
  if (update?.state === 'needs_words') {
    const words = 'Agreed to be told that it is settled; the words for that are not approved.';
    return [{ kind: 'update', words, whose: 'client' }];
  }
  if (update?.state === 'failed') {
    const words = 'Agreed to be told that it is settled; telling them failed.';
    return [{ kind: 'update', words, whose: 'service' }];
  }
  if (update?.state !== 'waiting') return [];
  return [{ kind: 'update', words: 'Agreed to be told when it is settled.', whose: 'client' }];
}
