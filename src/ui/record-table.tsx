import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Takes a line of its own on a phone. */
  isWide?: boolean;
  /** Names the value on a phone, where the head of the table is not seen. */
  isNamedOnPhone?: boolean;
  className?: string;
};

export type RecordTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** Rows of 36 px; on a phone each row becomes a card. The roles keep it a table for screen readers there too. */
export function RecordTable<Row>({ caption, columns, rows, keyOf }: RecordTableProps<Row>) {
  return (
    <table role="table" className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line-strong text-left">
          {columns.map((column) => (
            <th
              key={column.title}
              role="columnheader"
              scope="col"
              className={classNames('eyebrow h-9 px-2 align-middle whitespace-nowrap', column.className)}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            role="row"
            className="relative border-b border-line hover:bg-sunken max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-3"
          >
            {columns.map((column) => {
              const content = column.cell(row);
              const isNamed = column.isNamedOnPhone && content !== null && content !== '';
              return (
                <td
                  key={column.title}
                  role="cell"
                  className={classNames(
                    'px-2 py-2 align-top max-md:px-0 max-md:py-0 max-md:empty:hidden',
                    column.isWide && 'max-md:basis-full',
                    column.className,
                  )}
                >
                  {isNamed ? (
                    <span aria-hidden className="text-ink-soft md:hidden">
                      {column.title}{' '}
                    </span>
                  ) : null}
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
