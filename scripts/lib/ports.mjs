import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Refusal } from './say.mjs';

/** A port of the loopback address that nobody listens on: the preferred one if it is free. */
export async function freePort(preferred = 0) {
  try {
    return await listenOnce(preferred, '127.0.0.1');
  } catch (error) {
    if (preferred === 0) throw error;
    return listenOnce(0, '127.0.0.1');
  }
}

/** Refuses, in words, when the web address cannot be opened. */
export async function assertPortFree(port, host) {
  try {
    await listenOnce(port, host);
  } catch (error) {
    throw new Refusal(
      reasons[error.code]?.(port, host) ?? `${host}:${port} cannot be opened: ${error.message}`,
    );
  }
}

const reasons = {
  EADDRINUSE: (port, host) =>
    `Port ${port} of ${host} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  EACCES: (port) => `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
  EADDRNOTAVAIL: (port, host) => `HOST=${host} is not an address of this machine.`,
  ENOTFOUND: (port, host) => `HOST=${host} is not an address of this machine.`,
};

async function listenOnce(port, host) {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const chosen = server.address().port;
  server.close();
  await once(server, 'close');
  return chosen;
}

/** What a loopback port says first (empty when it says nothing), or undefined when nobody answers there. */
export function greetingOf(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 500 });
    let greeting;
    socket.setEncoding('utf8');
    socket.on('connect', () => (greeting = ''));
    socket.on('data', (text) => (greeting += text));
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(greeting));
  });
}
