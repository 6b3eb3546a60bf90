/** The pages of a keyset list as react-query keeps them, newest row first. */
export type Pages<Row> = { pages: { items: Row[]; nextCursor: string | null }[]; pageParams: unknown[] };

/**
 * Puts a row that has just changed into a loaded list: in its place if it is there, on top if it is new and fits,
 * out if it fits no longer. `fits` is null where only the server can tell (a text search): then nothing is added.
 */
export function placeRow<Row extends { id: string }, List extends Pages<Row>>(
  list: List,
  row: Row,
  fits: boolean | null,
  newestFirst: (row: Row) => Date,
): List {
  const isThere = list.pages.some((page) => page.items.some(({ id }) => id === row.id));
  if (isThere) {
    const mend = (item: Row) => (item.id !== row.id ? [item] : fits === false ? [] : [row]);
    return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.flatMap(mend) })) };
  }
  const [first, ...rest] = list.pages;
  if (fits !== true || first === undefined) return list;
  const top = first.items[0];
  // An older row that changed belongs further down, to a page that may not be loaded: it stays unseen.
  if (top && newestFirst(top) > newestFirst(row)) return list;
  return { ...list, pages: [{ ...first, items: [row, ...first.items] }, ...rest] };
}
