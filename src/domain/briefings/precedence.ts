import type { Severity } from './model';

/** What the order needs to know of a version in force. */
type Ranked = { briefingId: string; content: { severity: Severity }; publishedAt: Date };

const RANKS: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3 };

/**
 * Which of two briefings of one client, both in force, an operator reads first: the graver; of equally grave ones the
 * one published last; of those published at the same instant the one with the smaller id, so that every desk and the
 * database agree. The client's standing account info comes below them all. (`briefingInForce` in queries.ts says the
 * same in SQL.)
 * @returns negative when `a` comes first, never 0 for two different briefings
 */
export function precedence(a: Ranked, b: Ranked): number {
  return (
    RANKS[a.content.severity] - RANKS[b.content.severity] ||
    b.publishedAt.getTime() - a.publishedAt.getTime() ||
    (a.briefingId < b.briefingId ? -1 : Number(a.briefingId > b.briefingId))
  );
}
