import { inWords, MINUTE } from '../../kernel/duration';
import { localMoment } from '../../kernel/local-time';
import type { NoticeMessage } from '../notifications/model';
import type { PromiseCard, PromiseKind, RemindStage } from './model';

const kindWords: Readonly<Record<PromiseKind, string>> = {
  callback: 'a call back',
  information: 'information',
  document: 'a document',
  fix: 'that it is put right',
  other: 'something',
};

/** More than this is looked at on the screen. */
const most = (promises: readonly PromiseCard[]) => promises.slice(0, 10);

/** A reminder that comes so much after its time is late: nobody was there to give it. */
const isLate = (lateMs: number) => lateMs >= 2 * MINUTE;

/** "late by 2 h", or '' for what came in time. */
export function latenessWords(lateMs: number): string {
  return isLate(lateMs) ? `late by ${inWords(lateMs)}` : '';
}

/** By the client's clocks, and by the caller's where they show something else. */
export function deadlineWords({ dueAt, clientTimeZone, callerTimeZone }: PromiseCard): string {
  const [theirs, callers] = [localMoment(dueAt, clientTimeZone), localMoment(dueAt, callerTimeZone)];
  const clockOf = (moment: string) => moment.replace(/ \(.*$/, '');
  return clockOf(theirs) === clockOf(callers) ? theirs : `${theirs}; for the caller ${callers}`;
}

export type Reader = {
  /** Where this reader looks at one promise, and at all of them. */
  pathOf: (promise: PromiseCard) => string;
  path: string;
  /** Why somebody hears of it who is not its owner, in words; null: the reader is the one who is meant. */
  because: string | null;
};

/**
 * What somebody is told of promises that are due at the same time. The caller's name and number are for readers who
 * have signed in.
 * @param lateMs how much later than planned it is told
 */
export function promiseNotice(
  promises: readonly [PromiseCard, ...PromiseCard[]],
  stage: RemindStage,
  { pathOf, path, because }: Reader,
  lateMs: number,
): NoticeMessage {
  const [first] = promises;
  const { clientName } = first;
  const isOne = promises.length === 1;
  const what = isOne
    ? `a caller of ${clientName} was promised ${kindWords[first.kind]}`
    : `${promises.length} callers of ${clientName} were promised a call back`;
  const late = latenessWords(lateMs);
  const more = promises.length - most(promises).length;
  return {
    subject: `${titles[stage](isOne)}: ${clientName}, ${localMoment(first.dueAt, first.clientTimeZone)}`,
    lines: [
      ...(because === null ? [] : [because]),
      `${what.charAt(0).toUpperCase()}${what.slice(1)}${isOne ? ` (${first.what})` : ''}, by ${deadlineWords(first)}.`,
      ...(isOne ? [`It is for ${doerOf(first)}; ${first.createdByName || 'somebody'} gave it.`] : []),
      ...(isOne ? [] : most(promises).map((promise) => `· ${promise.what}`)),
      ...(more > 0 ? [`And ${more} more.`] : []),
      ...(late === '' ? [] : [`This reminder is ${late}: Calmline could not give it in time.`]),
      asked[stage],
    ],
    path: isOne ? pathOf(first) : path,
    linkWords: isOne ? 'Open the promise' : 'Open the promises',
  };
}

const titles: Readonly<Record<RemindStage, (isOne: boolean) => string>> = {
  ahead: (isOne) => (isOne ? 'A promise is due soon' : 'Promises are due soon'),
  warned: (isOne) => (isOne ? 'A promise is about to break' : 'Promises are about to break'),
  due: (isOne) => (isOne ? 'A promise is due now' : 'Promises are due now'),
  overdue: (isOne) => (isOne ? 'A promise is overdue' : 'Promises are overdue'),
};

const asked: Readonly<Record<RemindStage, string>> = {
  ahead: 'Keep it, or agree on another time with the caller before then.',
  warned: 'It is still open. Whoever can keep it now, or agrees on another time with the caller, saves it.',
  due: 'Say how it was kept, agree on another time with the caller, or say why it was not kept.',
  overdue: 'It was not kept in time, and nobody has said why.',
};

function doerOf({ owner, ownerName, assignedToName }: PromiseCard): string {
  if (assignedToName !== null) return assignedToName;
  if (owner === 'client') return 'the client’s contact';
  return owner === 'operator' && ownerName !== '' ? ownerName : 'anybody of the answering service';
}
