import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { briefings, briefingVersions, wordingApprovals } from '../briefings/tables';
import type { promises } from './tables';
import { wordsToSay, type PublishedBriefing, type Say } from './words-to-say';

type Row = Pick<typeof promises.$inferSelect, 'reason' | 'what' | 'briefingId' | 'wordingKey'>;

/** The newest version of each of these briefings, with the approvals of these wordings. */
async function loadPublished(
  tx: ReadTx,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<PublishedBriefing[]> {
  if (wanted.size === 0) return [];
  const ids = [...wanted.keys()];
  const newest = await tx.db
    .select({ id: briefings.id, state: briefings.state, content: briefingVersions.content })
    .from(briefings)
    .innerJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}
        and ${briefingVersions.version} = ${briefings.currentVersion}`,
    )
    .where(within(tx, briefings, inArray(briefings.id, ids)));
  const ofWanted = [...wanted].map(([briefingId, keys]) =>
    and(eq(wordingApprovals.briefingId, briefingId), inArray(wordingApprovals.key, [...new Set(keys)])),
  );
  const approvals = await tx.db
    .select({
      briefingId: wordingApprovals.briefingId,
      key: wordingApprovals.key,
      text: wordingApprovals.text,
    })
    .from(wordingApprovals)
    .where(within(tx, wordingApprovals, or(...ofWanted)));
  return newest.map((one) => ({
    ...one,
    approved: approvals.filter(({ briefingId }) => briefingId === one.id),
  }));
}

/** What to say to each, in their order: a few questions for all of them together, however many there are. */
export async function loadWordsToSay(tx: ReadTx, rows: readonly Row[], now: Date): Promise<Say[]> {
  const wanted = new Map<string, string[]>();
  for (const { briefingId, wordingKey } of rows) {
    if (wordingKey !== null && briefingId !== null)
      wanted.set(briefingId, [...(wanted.get(briefingId) ?? []), wordingKey]);
  }
  const published = new Map((await loadPublished(tx, wanted)).map((one) => [one.id, one]));
  const found = new Map<string, Say>();
  return rows.map(({ reason, what, briefingId, wordingKey }) => {
    // Nothing was said before that other words would have to replace.
    if (reason === 'call' || reason === 'resolved') return { words: what, isAwaitingApproval: false };
    const place = `${briefingId} ${wordingKey ?? ''}`;
    const briefing = briefingId === null ? undefined : published.get(briefingId);
    const say = found.get(place) ?? wordsToSay(briefing, wordingKey, now);
    found.set(place, say);
    return say;
  });
}
