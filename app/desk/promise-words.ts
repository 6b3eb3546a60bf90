import type { PromiseKind, PromiseOwner } from '@/domain/promises/model';

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

/** What a caller was promised, before its deadline: "Was promised a call back by 17:00". */
export const promisedWords: Readonly<Record<PromiseKind, string>> = {
  callback: 'Was promised a call back',
  information: 'Was promised an answer',
  document: 'Was promised a document',
  fix: 'Was promised that it is put right',
  other: 'Was promised something',
};
