import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from './say.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const npm = process.env.npm_execpath
  ? [process.execPath, process.env.npm_execpath]
  : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
export const typescript = [process.execPath, '--import', 'tsx'];

/** Runs a command to its end in silence. When it fails, what it printed last (or first) becomes the reason. */
export async function run([command, ...args], { env, signal, failure, show = lastLines } = {}) {
  const { code, output } = await capture([command, ...args], { env, signal });
  if (code !== 0) throw new Refusal([failure, show(output)].filter(Boolean).join('\n'));
  return output;
}

/** Runs a command to its end and answers its exit code and all it printed; `echo` shows it at once as well. */
export function capture([command, ...args], { env = process.env, signal, echo = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [source, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      source.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (echo) target.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code, killedBy) => resolve({ code: code ?? killedBy, output }));
  });
}

export function lastLines(text, count = 30) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

export function firstLines(text, count = 12) {
  return text.trimEnd().split('\n').slice(0, count).join('\n');
}
