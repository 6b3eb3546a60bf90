import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { greetingOf } from './ports.mjs';
import { Refusal } from './say.mjs';

/**
 * Makes this start the only one on its folder until `release()`. The claim is a file that names a loopback port
 * where the holder answers with its token, so a claim left behind by a crash is told from a live one.
 */
export async function claimFolder(folder, url) {
  const path = join(folder, 'running.json');
  const token = randomUUID();
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(token)).unref();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const draft = join(folder, `running.${token}.json`);
  writeFileSync(draft, JSON.stringify({ url, pid: process.pid, port: server.address().port, token }), {
    mode: 0o600,
  });
  try {
    while (!isLinked(draft, path)) await removeStaleClaim(path);
  } finally {
    rmSync(draft);
  }
  return {
    release() {
      server.close();
      rmSync(path, { force: true });
    },
  };
}

/** Linking is atomic: the claim appears whole, and only for one of those who try at once. */
function isLinked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStaleClaim(path) {
  if (!existsSync(path)) return;
  const holder = JSON.parse(readFileSync(path, 'utf8'));
  if ((await greetingOf(holder.port)) === holder.token) {
    throw new Refusal(
      `Calmline is running already at ${holder.url} (process ${holder.pid}) on this DATA_DIR. ` +
        'Stop it first, or give this one its own DATA_DIR and PORT.',
    );
  }
  rmSync(path, { force: true });
}
