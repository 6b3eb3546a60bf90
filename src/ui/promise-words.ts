import type { PromiseEventType, PromiseKind, PromiseOwner, PromiseStanding } from '@/domain/promises/model';

export const promiseKindWords: Readonly<Record<PromiseKind, string>> = {
  callback: 'Call back',
  information: 'Information',
  document: 'Document',
  fix: 'Put it right',
  other: 'Something else',
};

/** Who does it, as others read it. @param isMine whether the reader gave it */
export function doerWords(owner: PromiseOwner, ownerName: string, isMine: boolean): string {
  switch (owner) {
    case 'operator':
      return isMine ? 'You do it' : `${ownerName === '' ? 'A colleague' : ownerName} does it`;
    case 'service':
      return 'Anybody here does it';
    case 'client':
      return 'The client’s contact does it';
  }
}

export const standingWords: Readonly<Record<PromiseStanding, string>> = {
  open: 'Open',
  overdue: 'Overdue',
  kept: 'Kept',
  kept_late: 'Kept late',
  broken: 'Not kept',
  renegotiated: 'Agreed anew',
  cancelled: 'Called off',
};

export const promiseEventWords: Readonly<Record<PromiseEventType, string>> = {
  given: 'Promised',
  ahead: 'Reminder ahead of the deadline',
  warned: 'Warning before it breaks',
  due: 'Reminder at the deadline',
  overdue: 'Overdue',
  tried: 'Tried to reach the caller',
  handed_over: 'Handed over',
  kept: 'Kept',
  broken: 'Not kept',
  renegotiated: 'Another promise agreed on',
  cancelled: 'Called off',
};
