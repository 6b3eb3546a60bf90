import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { log } from '../kernel/log';

export type CsvColumn = { key: string; header: string };

export type CsvFile = {
  /** Such as `calls-2026-11-22.csv`; anything but letters, digits, dots and hyphens becomes a hyphen. */
  fileName: string;
  columns: readonly CsvColumn[];
  /** Some hundreds of rows each: one batch is held at a time, and the next is asked for when this one is on its way. */
  batches: AsyncIterable<Record<string, unknown>[]>;
};

/** Behind one of these a program that splits at another sign than the comma begins a cell of its own. */
const INNER_FORMULA = /([;\t\r\n])([ \t]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * Answers with a CSV file, batch by batch as fast as the reader takes it, so that its length costs no memory. UTF-8 with
 * a byte order mark, lines ended by CRLF, texts in quotes, instants in RFC 3339, yes and no in words. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, inside a text too: a spreadsheet that splits at
 * semicolons or tabs would begin a cell there.
 * @throws what the first batch throws, before anything is answered. What a later one throws is logged and breaks the
 * download off, so that nobody takes a part for the whole; a reader who goes away ends it quietly.
 */
export async function streamCsv(
  response: ServerResponse,
  { fileName, columns, batches }: CsvFile,
): Promise<void> {
  const parts = csvParts(columns, batches);
  const first = await parts.next();
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`,
    'cache-control': 'no-store',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  try {
    await pipeline(Readable.from(startingWith(first.value ?? '', parts)), response);
  } catch (error) {
    if (!isGone(error)) log().error({ err: error, fileName }, 'a CSV file broke off');
    response.destroy();
  }
}

/** A batch as text; the first one begins with the columns' names. */
async function* csvParts(
  columns: readonly CsvColumn[],
  batches: CsvFile['batches'],
): AsyncGenerator<string, undefined> {
  let isFirst = true;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield csvText(columns, batch, isFirst);
    isFirst = false;
  }
  if (isFirst) yield csvText(columns, [], isFirst);
  return undefined;
}

function csvText(columns: readonly CsvColumn[], rows: Record<string, unknown>[], isFirst: boolean): string {
  if (rows.length === 0 && !isFirst) return '';
  return stringify(rows, {
    bom: isFirst,
    header: isFirst,
    columns,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    quoted_string: true,
    escape_formulas: true,
    cast: {
      string: (text) => text.replace(INNER_FORMULA, "$1$2'"),
      boolean: (is) => (is ? 'yes' : 'no'),
      date: (at) => at.toISOString(),
    },
  });
}

async function* startingWith(first: string, rest: AsyncGenerator<string, undefined>): AsyncGenerator<string> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
