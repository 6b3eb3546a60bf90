import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The program of the product under test that runs `script`, found below the process that `npm start` is. */
async function findProcess(script: string): Promise<number> {
  const product = Number(process.env.E2E_PRODUCT_PID);
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=,args=']);
  for (const line of stdout.split('\n')) {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === product && args.includes(script)) return Number(pid);
  }
  throw new Error(`${script} does not run.`);
}

/** As a crash does it: without a word. The supervisor starts another one. */
export async function killWeb(): Promise<void> {
  process.kill(await findProcess('server.ts'), 'SIGKILL');
}
