// A file of any length, a batch at a time, that no spreadsheet takes for a program.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvMoment } from '../../src/http/csv-moment';
import { streamCsv, type CsvFile } from '../../src/http/csv-stream';
import { setLogLevel } from '../../src/kernel/log';
import { waitFor } from '../support/wait-for';

let server: Server;
let file: CsvFile;

beforeAll(async () => {
  setLogLevel('silent');
  server = createServer((_, response) => void streamCsv(response, file));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterAll(() => void server.close());

const columns = [
  { key: 'name', header: 'name' },
  { key: 'words', header: 'words' },
];

async function* batchesOf(...batches: Record<string, unknown>[][]) {
  yield* batches;
}

async function download(given: Partial<CsvFile>) {
  file = { fileName: 'calls.csv', columns, batches: batchesOf(), ...given };
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  return {
    response,
    bytes,
    text,
    rows: parse<Record<string, string>>(text, { bom: true, columns: true }),
  };
}

describe('a file', () => {
  it('has a byte order mark, one head, and every batch in order', async () => {
    const row = (name: string) => ({ name, words: `of ${name}` });
    const { response, bytes, rows } = await download({
      fileName: 'Müller & Söhne "x".csv',
      batches: batchesOf([row('Ä'), row('b')], [], [row('c')]),
    });
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(rows).toEqual([row('Ä'), row('b'), row('c')]);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="M-ller-S-hne-x-.csv"');
  });

  it('without a row has its head all the same', async () => {
    const { text } = await download({});
    expect(text).toBe('\uFEFF"name","words"\r\n');
  });

  it('writes instants in RFC 3339, figures as figures, yes and no in words, and nothing for nothing', async () => {
    const at = new Date('2026-03-29T00:59:59.000Z');
    const keys = ['at', 'count', 'is', 'none'];
    const { text } = await download({
      columns: keys.map((key) => ({ key, header: key })),
      batches: batchesOf([{ at, count: -4, is: true, none: null }]),
    });
    expect(text.split('\r\n')[1]).toBe('2026-03-29T00:59:59.000Z,-4,yes,');
  });

  it('keeps line breaks, quotes and commas of a text', async () => {
    const words = 'He said "no", then\nhung up; twice\r\nand again, too.';
    const { rows } = await download({ batches: batchesOf([{ name: 'Kim', words }]) });
    expect(rows[0]?.words).toBe(words);
  });
});

describe('a formula', () => {
  it.each(['=1+1', '+49 30 123', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\uFF1D1+1'])(
    '%j is text for a spreadsheet',
    async (words) => {
      const { rows } = await download({ batches: batchesOf([{ name: 'x', words }]) });
      expect(rows[0]?.words).toMatch(/^'/);
    },
  );

  it.each([';', '\n', '\r\n', '\t', '; '])(
    'behind %j is text too, where a spreadsheet begins a cell there',
    async (between) => {
      const words = `harmless${between}=HYPERLINK("https://x.example")`;
      const { rows } = await download({ batches: batchesOf([{ name: 'x', words }]) });
      expect(rows[0]?.words).toBe(words.replace('=', "'="));
    },
  );
});

/** A reader who takes a piece only when told to. */
function slowReader() {
  const taken: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write(piece: Buffer, _, done) {
      taken.push(piece.toString());
      waiting.push(done);
    },
  });
  const response = Object.assign(stream, { writeHead: () => stream }) as unknown as ServerResponse;
  return { response, stream, taken, next: () => waiting.shift()?.() };
}

function counted(total: number) {
  const seen = { asked: 0, isClosed: false };
  async function* batches() {
    try {
      while (seen.asked < total) {
        seen.asked += 1;
        yield [{ name: String(seen.asked), words: '' }];
      }
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, batches: batches() };
}

describe('a slow reader', () => {
  it('is never more than a few batches behind: the next is asked for when there is room', async () => {
    const { seen, batches } = counted(40);
    const reader = slowReader();
    const sent = streamCsv(reader.response, { fileName: 'x.csv', columns, batches });
    for (let n = 1; n <= 40; n += 1) {
      await waitFor(`piece ${n}`, () => Promise.resolve(reader.taken.length === n));
      expect(seen.asked - n).toBeLessThanOrEqual(3);
      reader.next();
    }
    await sent;
    expect(reader.taken.map((piece) => /"(\d+)",""\r\n$/.exec(piece)?.[1])).toEqual(
      Array.from({ length: 40 }, (_, n) => String(n + 1)),
    );
  });

  it('who goes away ends the reading of the list, quietly', async () => {
    const { seen, batches } = counted(200);
    const reader = slowReader();
    const sent = streamCsv(reader.response, { fileName: 'x.csv', columns, batches });
    await waitFor('the first piece', () => Promise.resolve(reader.taken.length > 0));
    reader.stream.destroy();
    await sent;
    expect(seen.isClosed).toBe(true);
    expect(seen.asked).toBeLessThan(10);
  });
});

describe('a list that cannot be read', () => {
  async function* broken(good: number) {
    for (let n = 0; n < good; n += 1) yield [{ name: 'x', words: '' }];
    throw new Error('The database is gone.');
  }

  it('from the start is told before anything is answered', async () => {
    const reader = slowReader();
    const sent = streamCsv(reader.response, { fileName: 'x.csv', columns, batches: broken(0) });
    await expect(sent).rejects.toThrow('The database is gone.');
    expect(reader.taken).toEqual([]);
  });

  it('later breaks the download off: nobody takes a part for the whole', async () => {
    await expect(download({ batches: broken(3) })).rejects.toThrow('terminated');
  });
});

it('a moment stands as the clock of its place shows it, summer and winter', () => {
  const [before, after] = [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')];
  expect([before, after].map((at) => csvMoment(at, 'Europe/Berlin'))).toEqual([
    '2026-10-25 02:30:00',
    '2026-10-25 02:30:00',
  ]);
  expect(csvMoment(after, 'America/New_York')).toBe('2026-10-24 21:30:00');
  expect(csvMoment(null, 'UTC')).toBe('');
});
