import { DAY } from '../../kernel/duration';
import type { Problem } from '../../kernel/errors';
import type { OverrideKind } from './model';

const LONGEST = 90 * DAY;

type Asked = {
  kind: OverrideKind;
  contactId?: string | undefined;
  replacedContactId?: string | undefined;
};

/** What is wrong with the time of an override or a coverage; none: nothing. */
export function timeProblems({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): Problem[] {
  if (endsAt <= startsAt) return [{ field: 'endsAt', words: 'It has to end after it begins.' }];
  if (endsAt <= now) return [{ field: 'endsAt', words: 'It would be over already.' }];
  if (endsAt.getTime() - startsAt.getTime() > LONGEST) {
    return [{ field: 'endsAt', words: 'At most 90 days. For longer, change the schedule.' }];
  }
  return [];
}

/** Whether its people fit its kind. @param known contacts of the schedule's client */
export function peopleProblems(asked: Asked, known: ReadonlySet<string>): Problem[] {
  const { kind, contactId, replacedContactId } = asked;
  const problems: Problem[] = [];
  const check = (field: string, id: string | undefined, isWanted: boolean, missing: string) => {
    if (isWanted && id === undefined) problems.push({ field, words: missing });
    else if (!isWanted && id !== undefined) problems.push({ field, words: `“${kind}” names nobody here.` });
    else if (id !== undefined && !known.has(id))
      problems.push({ field, words: 'Choose a contact of this client.' });
  };
  check('contactId', contactId, kind !== 'remove', 'Say who is on call.');
  check('replacedContactId', replacedContactId, kind !== 'add', 'Say who is not on call.');
  if (problems.length === 0 && contactId !== undefined && contactId === replacedContactId) {
    problems.push({ field: 'contactId', words: 'Somebody cannot stand in for themselves.' });
  }
  return problems;
}
