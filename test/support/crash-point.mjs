// Loaded into a worker before anything else: kills it, without a farewell, when it passes the named moment for the n-th
// time; "during" a hand-over a few milliseconds after it began. CRASH_AT is `moment|n|milliseconds`.
import { subscribe } from 'node:diagnostics_channel';

const [wanted, times, delay] = (process.env.CRASH_AT ?? '').split('|');
let left = Number(times);

subscribe('calmline:moment', (moment) => {
  if (moment !== wanted || --left !== 0) return;
  const end = () => process.kill(process.pid, 'SIGKILL');
  if (Number(delay) > 0) setTimeout(end, Number(delay));
  else end();
});
