import type { Page } from '../kernel/cursor';

/** So many rows are held at a time. */
const BATCH = 500;

/** The pages of a list, one after the other, each asked for when the one before has been taken. */
export async function* eachBatch<Row, Line>(
  ask: (page: { cursor?: string; limit: number }) => Promise<Page<Row>>,
  lineOf: (row: Row) => Line,
): AsyncGenerator<Line[], undefined> {
  let cursor: string | null = null;
  do {
    const page: Page<Row> = await ask({ limit: BATCH, ...(cursor !== null && { cursor }) });
    yield page.items.map(lineOf);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return undefined;
}
