/** A reason to stop that a person can act on; it is shown without a stack. */
export class Refusal extends Error {
  name = 'Refusal';
}

export function say(line = '') {
  console.log(line);
}

/** Runs one step and prints what it was and how long it took. `hint` is shown first, for steps that take long. */
export async function step(title, work, hint) {
  if (hint) say(`… ${title} (${hint})`);
  const startedAt = performance.now();
  const result = await work();
  say(`✓ ${title} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}
