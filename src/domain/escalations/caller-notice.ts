import type { NoticeMessage } from '../notifications/model';
import type { UpdateChannel } from '../updates/model';

/** How a caller wished to be told, in a sentence: "by SMS". */
export function updateWay(channel: UpdateChannel): string {
  if (channel === 'sms') return 'by SMS';
  return channel === 'email' ? 'by e-mail' : 'by a call';
}

/** What account managers are told of a caller who could not be told. Never who the caller is: that needs a sign-in. */
export function callerFailedNotice(
  clientName: string,
  channel: UpdateChannel,
  failure: string,
  escalationId: string,
): NoticeMessage {
  return {
    subject: `A caller of ${clientName} could not be told that their matter is settled`,
    lines: [
      `They wished to be told ${updateWay(channel)}. It did not work: ${failure}`,
      'Nothing more is sent by itself. Correct the address and tell them again, or have them called.',
    ],
    path: `/manage/escalations/${escalationId}`,
    linkWords: 'Open the escalation',
  };
}

/** What account managers and authors are told of callers for whom no words are approved. */
export function wordsMissingNotice(clientName: string, path: string): NoticeMessage {
  return {
    subject: `Callers of ${clientName} wait: no words are approved for them`,
    lines: [
      `The matter of a caller of ${clientName} is settled, and they agreed to be told in writing. No words are approved for it, so nothing was sent.`,
      'Approve the words, and then say that those who wait are told. Nobody is told by itself later.',
    ],
    path,
    linkWords: 'Write the words',
  };
}
