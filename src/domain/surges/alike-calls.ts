import { HOUR } from '../../kernel/duration';
import { surgeCallers, surgeCalls, usualWords } from './model';

/** A call with what its operator noted; `words` are the stems of `text`. */
export type NotedCall = {
  callId: string;
  /** The number, or something that only this call has where the number is withheld. */
  caller: string;
  at: Date;
  text: string;
  words: readonly string[];
};

/** Words that say what a call is about: without those of every note, and without bare numbers. */
function tellingWords({ words }: NotedCall): ReadonlySet<string> {
  return new Set(words.filter((word) => !usualWords.has(word) && !/^\d/.test(word)));
}

/**
 * Whether two notes are about the same: they share a third of the shorter one's words, and enough of a long one's that
 * it is no accident.
 */
function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return false;
  let shared = 0;
  for (const word of shorter) if (longer.has(word)) shared += 1;
  return shared >= Math.max(Math.ceil(shorter.size / 3), Math.ceil(longer.size / 12));
}

/**
 * Groups of calls that say the same, the largest first: each a call with all that are like it. Only what is enough
 * for a surge; of two groups around the same calls the larger.
 */
export function alikeCalls(calls: readonly NotedCall[]): NotedCall[][] {
  const told = calls.map((call) => ({ call, words: tellingWords(call) }));
  const around = told.map((leader) =>
    told.filter((other) => other === leader || isAlike(leader.words, other.words)).map(({ call }) => call),
  );
  const grouped = new Set<NotedCall>();
  const groups: NotedCall[][] = [];
  for (const group of around.toSorted((a, b) => b.length - a.length)) {
    const left = group.filter((call) => !grouped.has(call));
    if (left.length < surgeCalls || new Set(left.map(({ caller }) => caller)).size < surgeCallers) continue;
    groups.push(left);
    for (const call of left) grouped.add(call);
  }
  return groups;
}

/**
 * Whether a group is more than the client's ordinary calls: half as many again as in the busiest hour before. (A
 * practice has many callers an hour who want an appointment.)
 * @param earlier calls before those of the group, in any order
 */
export function isUnusual(group: readonly NotedCall[], earlier: readonly NotedCall[]): boolean {
  const words = group.map(tellingWords);
  const needed = words.length / 2;
  const instants = earlier
    .filter((call) => {
      const told = tellingWords(call);
      return words.filter((one) => isAlike(one, told)).length >= needed;
    })
    .map(({ at }) => at.getTime())
    .toSorted((a, b) => a - b);
  let busiest = 0;
  let first = 0;
  for (const [n, instant] of instants.entries()) {
    while (instant - (instants[first] ?? instant) >= HOUR) first += 1;
    busiest = Math.max(busiest, n - first + 1);
  }
  return group.length >= 1.5 * busiest;
}
