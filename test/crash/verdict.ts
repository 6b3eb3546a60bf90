/** What was asked for: one message to one address about one matter. */
export type Wanted = {
  mark: string;
  address: string;
  /** Milliseconds of the database's clock. */
  dueAt: number;
};

/** What a mail server took, by its own log. */
export type Witnessed = { mark: string; address: string; at: number };

export type Verdict = {
  wanted: number;
  lost: string[];
  /** Taken more than a minute after it was due. */
  late: number;
  latestSeconds: number;
  /** Taken more than once although the engine knew of every attempt's end. */
  duplicatesOutside: string[];
  /** Taken more than once, in the instant between a server's acceptance and our record, and marked as possible. */
  duplicatesInside: number;
  /** At an address of another tenant. */
  crossTenant: string[];
  /** Nobody asked for it: sent after an acknowledgement, or to nobody known. */
  unwanted: string[];
};

const keyOf = ({ mark, address }: { mark: string; address: string }) => `${mark} → ${address}`;

/**
 * Compares what was wanted with what the servers witnessed.
 * @param doubtful how often the engine marked a message (by `mark → address`) as one that may have been taken before
 */
export function verdictOf(
  wanted: readonly Wanted[],
  witnessed: readonly Witnessed[],
  doubtful: ReadonlyMap<string, number>,
): Verdict {
  const taken = new Map<string, Witnessed[]>();
  for (const one of witnessed) taken.set(keyOf(one), [...(taken.get(keyOf(one)) ?? []), one]);
  const known = new Map(wanted.map((one) => [keyOf(one), one]));
  const marks = new Map<string, Set<string>>();
  for (const { mark, address } of wanted) marks.set(mark, (marks.get(mark) ?? new Set()).add(address));
  const verdict: Verdict = {
    wanted: wanted.length,
    lost: [],
    late: 0,
    latestSeconds: 0,
    duplicatesOutside: [],
    duplicatesInside: 0,
    crossTenant: [],
    unwanted: [],
  };
  for (const [key, { dueAt }] of known) {
    const times = taken.get(key) ?? [];
    if (times.length === 0) {
      verdict.lost.push(key);
      continue;
    }
    const seconds = (Math.min(...times.map(({ at }) => at)) - dueAt) / 1_000;
    verdict.latestSeconds = Math.max(verdict.latestSeconds, seconds);
    if (seconds > 60) verdict.late += 1;
    const extra = times.length - 1;
    const inside = Math.min(extra, doubtful.get(key) ?? 0);
    verdict.duplicatesInside += inside;
    if (extra > inside) verdict.duplicatesOutside.push(key);
  }
  for (const [key, [first]] of taken) {
    if (known.has(key) || first === undefined) continue;
    const domainOf = (address: string) => address.split('@')[1];
    const ownDomains = [...(marks.get(first.mark) ?? [])].map(domainOf);
    if (ownDomains.length > 0 && !ownDomains.includes(domainOf(first.address))) verdict.crossTenant.push(key);
    else verdict.unwanted.push(key);
  }
  return verdict;
}
