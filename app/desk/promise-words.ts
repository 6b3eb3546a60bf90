import type { PromiseKind, PromiseOwner } from '@/domain/promises/model';

export const promiseKindWords: Readonly<Record<PromiseKind, string>> = {
  callback: 'Call back',
  information: 'Information',
  document: 'Document',
  fix: 'Put it right',
  other: 'Something else',
};

/** How the sentence goes on, so that what is typed fits into it. */
export const promiseFieldWords: Readonly<Record<PromiseKind, { label: string; hint: string }>> = {
  callback: { label: 'Call back about what?', hint: 'For example: the wrong payslip.' },
  information: { label: 'Tell the caller what?', hint: 'For example: when the rest is paid.' },
  document: { label: 'Send what?', hint: 'For example: the corrected payslip.' },
  fix: { label: 'Put right what?', hint: 'For example: the second payment.' },
  other: { label: 'Do what?', hint: 'Begin with a verb, for example: stop the letters.' },
};

export const promiseOwnerWords: Readonly<Record<PromiseOwner, string>> = {
  operator: 'Me',
  service: 'Anybody here',
  client: 'The client’s contact',
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

/** What a caller was promised, before its deadline: "Was promised a call back by 17:00". */
export const promisedWords: Readonly<Record<PromiseKind, string>> = {
  callback: 'Was promised a call back',
  information: 'Was promised an answer',
  document: 'Was promised a document',
  fix: 'Was promised that it is put right',
  other: 'Was promised something',
};
