import type { CsvColumn } from './csv-stream';

/** One column of a list's file: its head, and what stands in it. */
export type RecordColumn<Row> = { head: string; cell: (row: Row) => unknown };

/** The columns of a file, and how a row of the list becomes a line of it. */
export function csvColumns<Row>(columns: readonly RecordColumn<Row>[]): {
  columns: CsvColumn[];
  lineOf: (row: Row) => Record<string, unknown>;
} {
  // By their places: a head may hold any sign.
  const keyed = columns.map((column, place) => ({ ...column, key: `c${place}` }));
  return {
    columns: keyed.map(({ key, head }) => ({ key, header: head })),
    lineOf: (row) => Object.fromEntries(keyed.map(({ key, cell }) => [key, cell(row)])),
  };
}
