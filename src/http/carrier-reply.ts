import { readClock } from '../db/clock';
import { database } from '../db/client';
import { linkActor } from '../db/gate';
import { findReplyTarget, findToldCaller, listOpenReplies, type ReplyTarget } from '../db/reply-gate';
import { getReplyOrigins } from '../domain/notifications/reply-queries';
import type { ReplyWords } from '../domain/notifications/reply-words';
import type { OrganizationId } from '../kernel/ids';
import { answerMessage } from './carrier-answer';
import { answerWords, STALE } from './carrier-words';

/** What became of an answer by text message, and whose it is. */
type Reaction = {
  organizationId: OrganizationId;
  about: { clientId: string | null; deliveryId: string | null; causeId: string | null };
  outcome: string;
  answer: string;
};

type Open = Awaited<ReturnType<typeof listOpenReplies>>;
type ToldCaller = NonNullable<Awaited<ReturnType<typeof findToldCaller>>>;

const HELP =
  'Answer a message with the number in it and a to take it, such as 3a, or n if you cannot, such as 3n; STOP ends these texts, START begins them again.';
const FROM_CALLER =
  'Thank you. Nobody answers texts at this number: please call again if anything is left. STOP ends these texts.';
const SEVERAL = 'Several are open. Reply with the number in the message, for example 3a.';
const NOTHING_OPEN = 'Nothing is open for you right now. Thank you.';

/**
 * Finds the message that is meant, and answers it.
 * @param home who wrote to that phone last, for what means no message
 * @param organizationId whose messages it can mean; null: everybody's
 */
export async function answerReply(
  words: ReplyWords,
  phone: string,
  home: OrganizationId,
  organizationId: OrganizationId | null,
): Promise<Reaction> {
  const { sql } = database();
  const say = (outcome: string, answer: string): Reaction => ({
    organizationId: home,
    about: { clientId: null, deliveryId: null, causeId: null },
    outcome,
    answer,
  });
  const open = await listOpenReplies(sql, phone, organizationId);
  const caller = words.code === null ? await findToldCaller(sql, phone, organizationId) : null;
  if (caller !== null && open.length === 0) return toCaller(caller);
  if (words.kind === 'help') return say('help', HELP);
  // Somebody who is asked as a contact and was told as a caller, and says no number: it may mean either.
  if (caller !== null) return say('unclear', unclearWords(open, null));
  if (words.kind !== 'acknowledge' && words.kind !== 'decline') {
    return say('unclear', unclearWords(open, words.code));
  }
  const target =
    words.code === null
      ? await onlyTarget(open, phone, organizationId)
      : await findReplyTarget(sql, phone, words.code, organizationId);
  if (target === 'several') return say('several', SEVERAL);
  if (target === null) return say('unknown', unknownWords(open, words.code));
  return answerTarget(target, words.kind, open);
}

/** Whatever a caller answers acknowledges nothing. (What they said is kept by whoever asked.) */
function toCaller({ organizationId, clientId, updateId }: ToldCaller): Reaction {
  return {
    organizationId,
    about: { clientId, deliveryId: null, causeId: updateId },
    outcome: 'caller',
    answer: FROM_CALLER,
  };
}

/** Without a number it can only be the one that is open, or, when none is, the last one: that somebody else took it. */
async function onlyTarget(
  open: Open,
  phone: string,
  organizationId: OrganizationId | null,
): Promise<ReplyTarget | 'several' | null> {
  const [only, ...others] = open;
  if (others.length > 0) return 'several';
  return only ?? findReplyTarget(database().sql, phone, null, organizationId);
}

async function answerTarget(
  target: ReplyTarget,
  kind: 'acknowledge' | 'decline',
  open: Open,
): Promise<Reaction> {
  const answered = await answerMessage(target, kind, 'sms');
  const { organizationId, clientId, deliveryId } = target;
  const isStale = answered.outcomes.length > 0 && answered.outcomes.every((one) => one.kind === 'stale');
  return {
    organizationId,
    about: { clientId, deliveryId, causeId: answered.causeId },
    outcome: answered.outcomes[0]?.kind ?? 'unknown',
    answer: isStale
      ? await staleWords(answered.causeId, target, open)
      : answerWords(answered, await readClock()),
  };
}

/** The same escalation was told to this phone anew, under a number of its own. */
async function staleWords(causeId: string, { organizationId }: ReplyTarget, open: Open): Promise<string> {
  for (const one of open.filter((candidate) => candidate.organizationId === organizationId)) {
    const origins = await getReplyOrigins(linkActor({ ...one, name: '' }));
    if (origins.some((origin) => origin.causeId === causeId)) {
      return `${STALE} Reply ${one.code}a to take it now, ${one.code}n if you cannot.`;
    }
  }
  return `${STALE} Please answer the newest message.`;
}

function unclearWords(open: Open, code: number | null): string {
  const [only, ...others] = open;
  const meant = open.find((one) => one.code === code) ?? (others.length === 0 ? only : undefined);
  if (meant !== undefined) return `Reply ${meant.code}a to take it, ${meant.code}n if you cannot.`;
  return only === undefined ? NOTHING_OPEN : SEVERAL;
}

function unknownWords(open: Open, code: number | null): string {
  const [first, ...others] = open;
  if (first === undefined) return NOTHING_OPEN;
  const numbers = new Intl.ListFormat('en-GB').format(open.slice(0, 10).map((one) => String(one.code)));
  const which = others.length === 0 ? `Number ${numbers} is open` : `Open are ${numbers}`;
  return `There is no message ${code ?? ''} for you. ${which}: reply ${first.code}a to take ${first.code}.`;
}
