import type { NoticeMessage } from '../notifications/model';

type NoticedMessage = { id: string; callId: string; subject: string; lines: readonly string[] };

/** As many lines of logs stand in one e-mail; of a single call never fewer than the second figure. */
const MOST_LINES = 1_200;
const FEWEST_OF_A_CALL = 20;

/**
 * One e-mail about one message, or about many, grouped by call in the order in which they came. What is too long ends
 * with how many points more stand in the log.
 */
export function messageNotice(clientName: string, messages: readonly NoticedMessage[]): NoticeMessage {
  const [only] = messages;
  const groups = new Map<string, NoticedMessage[]>();
  for (const message of messages)
    groups.set(message.callId, [...(groups.get(message.callId) ?? []), message]);
  const most = Math.max(FEWEST_OF_A_CALL, Math.floor(MOST_LINES / Math.max(1, groups.size)));
  const isOne = messages.length === 1 && only !== undefined;
  return {
    subject: isOne ? only.subject : `${messages.length} messages for ${clientName}`,
    lines: isOne ? [] : [`${messages.length} messages from ${callWords(groups.size)} for ${clientName}.`],
    sections: [...groups.values()].map((group) => ({
      title: isOne ? '' : (group[0]?.subject ?? ''),
      lines: cut(
        group.flatMap(({ lines }) => lines),
        most,
      ),
    })),
    path: isOne ? `/portal/messages/${only.id}` : '/portal/messages',
    linkWords: isOne ? 'Open the message' : 'Open all messages',
  };
}

const callWords = (calls: number) => (calls === 1 ? '1 call' : `${calls} calls`);

function cut(lines: readonly string[], most: number): string[] {
  const left = lines.length - most;
  if (left <= 0) return [...lines];
  // The words about it take a line themselves.
  return [...lines.slice(0, most - 1), `and ${left + 1} more points in the log`];
}
