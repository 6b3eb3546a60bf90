import { localTime } from '../../kernel/local-time';
import type { NoticeMessage } from '../notifications/model';
import type { Gap } from '../oncall/model';

type About = { scheduleName: string; clientName: string; timeZone: string };

/** More than this is looked at on the screen. */
const MOST_GAPS = 20;

/** What somebody is told who has just come on call. @param until null: nothing changes in the next 31 days */
export function handoverNotice(
  { scheduleName, clientName, timeZone }: About,
  { before, until }: { before: string[]; until: Date | null },
): NoticeMessage {
  const lines = [
    until === null
      ? `You are on call now for ${clientName} (${scheduleName}), until further notice.`
      : `You are on call now for ${clientName} (${scheduleName}), until ${localTime(until, timeZone)}.`,
    ...(before.length === 0 ? [] : [`Before you: ${before.join(', ')}.`]),
    'If you cannot, ask your company’s administrator or the answering service for somebody to stand in.',
  ];
  return {
    subject: `You are on call for ${clientName}: ${scheduleName}`,
    lines,
    path: '/portal/on-call',
    linkWords: 'See who is on call when',
  };
}

/** What those are told who plan the duty. */
export function gapNotice(
  { scheduleName, clientName, timeZone }: About,
  gaps: readonly Gap[],
  path: string,
): NoticeMessage {
  const [first] = gaps;
  const more = gaps.length - MOST_GAPS;
  return {
    subject: `Nobody is on call for ${clientName}: ${scheduleName}`,
    lines: [
      first === undefined || gaps.length > 1
        ? `In the schedule “${scheduleName}” of ${clientName} nobody is on call at these times:`
        : `In the schedule “${scheduleName}” of ${clientName} nobody is on call at this time:`,
      ...gaps
        .slice(0, MOST_GAPS)
        .map(
          ({ startsAt, endsAt }) => `${localTime(startsAt, timeZone)} until ${localTime(endsAt, timeZone)}`,
        ),
      ...(more > 0 ? [`And ${more} more.`] : []),
      'An escalation that begins then goes straight on to the next step of its policy.',
      'If that is not meant, add somebody for that time. What is the same every week is told this once.',
    ],
    path,
    linkWords: 'Open the calendar',
  };
}
