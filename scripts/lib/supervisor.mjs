import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, typescript } from './run.mjs';
import { say } from './say.mjs';

const firstPauseMs = 500;
const longestPauseMs = 15_000;
const steadyMs = 30_000;
const mostFailures = 8;
const graceMs = 12_000;

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;

/**
 * Keeps one TypeScript program running: restarts it when it dies, each time a little later, and gives up after
 * eight deaths without thirty steady seconds between them. `failed` resolves with the reason when it gives up.
 */
export function supervise(name, entry, env) {
  let child;
  let isStopping = false;
  let failures = 0;
  let reportFailure;
  const failed = new Promise((resolve) => (reportFailure = resolve));

  const launch = () => {
    const startedAt = Date.now();
    const [command, ...args] = [...typescript, '--import', endWithParent, entry];
    // Detached: Ctrl-C reaches only the supervisor, which stops its programs in order.
    child = spawn(command, args, {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('exit', (code, killedBy) => restart(killedBy ?? `code ${code}`, Date.now() - startedAt));
  };

  const restart = async (reason, livedMs) => {
    if (isStopping) return;
    failures = livedMs > steadyMs ? 1 : failures + 1;
    if (failures >= mostFailures)
      return reportFailure(`The ${name} died ${failures} times in a row (${reason}).`);
    const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
    say(`! ${name} ended (${reason}), starting it again in ${pauseMs / 1000} s`);
    await sleep(pauseMs);
    if (!isStopping) launch();
  };

  launch();
  return {
    failed,
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = new Promise((resolve) => child.once('exit', () => resolve(true)));
      child.kill('SIGTERM');
      if (await Promise.race([exited, sleep(graceMs, false, { ref: false })])) return;
      say(`! ${name} did not stop in ${graceMs / 1000} s and is ended by force`);
      child.kill('SIGKILL');
      await exited;
    },
  };
}
