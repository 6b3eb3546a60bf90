import type { HomeKind, HomeRow } from './home-line';

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count >= 1_000 ? '1,000 or more' : count} ${count === 1 ? one : many}`;

/** Whom it is about, where that is known: "Jonas Weber: ". */
const of = ({ name, words }: HomeRow) => [name, words].filter((part) => part !== '').join(': ');

type Words = {
  /** What it is. */
  title: (row: HomeRow) => string;
  /** What is to be done about it. */
  deed: string;
};

const words: Record<HomeKind, Words> = {
  call_offered: { title: (row) => `${row.name} hands a call over to you`, deed: 'Take it' },
  call_open: {
    title: (row) => `Your call is not wrapped up${row.name === '' ? '' : `: ${row.name}`}`,
    deed: 'Wrap it up',
  },
  escalation_unanswered: { title: (row) => `Nobody answered: ${row.words}`, deed: 'Reach somebody' },
  escalation_late: { title: (row) => `Not acknowledged in time: ${row.words}`, deed: 'Reach somebody' },
  escalation_open: {
    title: (row) => `Waits for somebody to acknowledge it: ${row.words}`,
    deed: 'Answer it',
  },
  escalation_unsettled: { title: (row) => `Acknowledged, not settled: ${row.words}`, deed: 'Settle it' },
  report_overdue: {
    title: (row) => `${row.name} has not reported back: ${row.words}`,
    deed: 'Ask how it stands',
  },
  report_due: { title: (row) => `Say how it stands: ${row.words}`, deed: 'Report back' },
  promise: { title: (row) => `Promised to ${of({ ...row, name: row.name || 'a caller' })}`, deed: 'Keep it' },
  callback_claimed: {
    title: (row) => `You are calling back ${of({ ...row, name: row.name || 'a caller' })}`,
    deed: 'Say how it went',
  },
  briefing_to_read: {
    title: (row) => `Changed since you read it: ${row.words}`,
    deed: 'Read and confirm it',
  },
  briefing_update: { title: (row) => `An update was announced: ${row.words}`, deed: 'Write it' },
  briefing_approval: { title: (row) => `${row.name} submitted: ${row.words}`, deed: 'Read and approve it' },
  briefing_unapproved: {
    title: (row) => `In force without an approval: ${row.words}`,
    deed: 'Read and approve it',
  },
  briefing_sent_back: { title: (row) => `${row.name} sent back: ${row.words}`, deed: 'Change it' },
  briefing_reported: {
    title: (row) => `${row.name} reported an incident: ${row.words}`,
    deed: 'Publish it, or drop it',
  },
  surge: {
    title: (row) => `${counted(row.count, 'caller says', 'callers say')} the same, and there is no briefing`,
    deed: 'Look at it',
  },
  questions: {
    title: (row) => `${counted(row.count, 'question')} without an answer: ${row.words}`,
    deed: 'Answer',
  },
  set_aside: {
    title: (row) =>
      `${counted(row.count, 'message or escalation was', 'messages and escalations were')} set aside after failing again and again`,
    deed: 'Look at the cause',
  },
  messages_to_review: {
    title: (row) => `${counted(row.count, 'message waits', 'messages wait')} for a second pair of eyes`,
    deed: 'Review',
  },
  messages_held: {
    title: (row) => `${counted(row.count, 'message is', 'messages are')} held for you`,
    deed: 'Check in',
  },
  words_missing: {
    title: (row) =>
      `${counted(row.count, 'caller waits', 'callers wait')} to be told that it is settled, and there are no approved words`,
    deed: 'Write them',
  },
  words_proposed: {
    title: (row) => `${row.name} proposed what callers are told when it is settled`,
    deed: 'Read and approve it',
  },
  escalations_to_review: {
    title: (row) => `${counted(row.count, 'escalation')} ended or stuck, not looked at`,
    deed: 'Review',
  },
  actions: { title: (row) => `${counted(row.count, 'thing')} to mend, found in reviews`, deed: 'Mend' },
  calls_to_score: {
    title: (row) => `${counted(row.count, 'call was', 'calls were')} drawn to be scored`,
    deed: 'Score',
  },
  coaching_notes: {
    title: (row) => `${counted(row.count, 'coaching note')} you have not read`,
    deed: 'Read',
  },
  scores: { title: (row) => `${counted(row.count, 'scored call')} you have not seen`, deed: 'Look at it' },
};

/** What a line of the home says, and what the press leads to. */
export function homeWords(row: HomeRow): { title: string; deed: string } {
  const { title, deed } = words[row.kind];
  return { title: title(row), deed };
}
