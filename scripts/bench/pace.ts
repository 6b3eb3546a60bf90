/** `task(n)` for n = 0 … count − 1, begun at an even pace whether or not the earlier ones are done. */
export async function atPace(
  count: number,
  perSecond: number,
  task: (n: number) => Promise<void>,
): Promise<void> {
  const start = performance.now();
  const tasks: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const wait = start + (n * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    tasks.push(task(n));
  }
  await Promise.all(tasks);
}

/** Waits until `isDone`, at most `seconds`. */
export async function until(isDone: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await isDone()) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
