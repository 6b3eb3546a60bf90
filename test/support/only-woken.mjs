// Loaded into a worker before anything else: a pause that somebody may cut short has no end of its own. What is delivered
// then was rung for.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const timers = createRequire(import.meta.url)('node:timers/promises');
const sleep = timers.setTimeout;
const FOR_EVER = 86_400_000;

timers.setTimeout = (milliseconds, value, options) =>
  sleep(options?.signal === undefined ? milliseconds : FOR_EVER, value, options);
syncBuiltinESMExports();
