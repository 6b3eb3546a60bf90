import { localTime } from '../../kernel/local-time';
import type { NoticeMessage } from './model';

/** What an author is told about the update that the briefing announced: that it is due soon, or overdue. */
export function reminderNotice(
  { headline, dueAt, timeZone }: { headline: string; dueAt: Date; timeZone: string },
  now: Date,
  path: string,
): NoticeMessage {
  const isOverdue = dueAt <= now;
  const when = localTime(dueAt, timeZone);
  return {
    subject: isOverdue ? `The update of “${headline}” is overdue` : `The next update of “${headline}” is due`,
    lines: [
      isOverdue
        ? `The next update of “${headline}” is overdue since ${when}.`
        : `The next update of “${headline}” is due at ${when}.`,
      isOverdue
        ? 'Operators see that it is overdue, and still speak from what stands there.'
        : 'Callers will ask for it. Operators speak from what stands there until you publish something new.',
      'If nothing has changed, publish it again with the time of the next update, or resolve it.',
    ],
    path,
    linkWords: 'Open the briefing',
  };
}
