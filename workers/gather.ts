/** More than these share no piece of work. */
const MOST_TOGETHER = 100;

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Work that costs little more for many than for one: calls with the same key that come while it is under way share the
 * next round. The first one never waits for company.
 * @param work answers for each item, in their order; if it fails for many, each is tried alone, so that one bad item
 *   takes nobody with it
 */
export function gather<Item, Result>(
  work: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
): (key: string, item: Item) => Promise<Result> {
  const waiting = new Map<string, Waiting<Item, Result>[]>();

  async function round(key: string, items: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(
        key,
        items.map(({ item }) => item),
      );
      for (const [n, { resolve }] of items.entries()) resolve(results[n] as Result);
    } catch (error) {
      if (items.length === 1) for (const { reject } of items) reject(error);
      else await Promise.all(items.map((item) => round(key, [item])));
    }
  }

  /** One round after another until nobody waits: one is under way while the next fills up. */
  async function goRounds(key: string, items: Waiting<Item, Result>[]): Promise<void> {
    while (items.length > 0) await round(key, items.splice(0, MOST_TOGETHER));
    waiting.delete(key);
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const items = waiting.get(key);
      if (items !== undefined) {
        items.push({ item, resolve, reject });
        return;
      }
      const first = [{ item, resolve, reject }];
      waiting.set(key, first);
      goRounds(key, first).catch(reject);
    });
}
