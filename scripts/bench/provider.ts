import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/*
 * The carrier's place on the loopback address, in a process of its own: takes every text message at once, and remembers
 * when it came. `clear` forgets, `tell` answers with what came since.
 */
let arrivals: { to: string; at: number }[] = [];

const now = () => performance.timeOrigin + performance.now();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const at = now();
    const to = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('To') ?? '';
    arrivals.push({ to, at });
    const answer = {
      sid: `SM${randomBytes(16).toString('hex')}`,
      status: 'queued',
      to,
      date_created: new Date(at).toUTCString(),
    };
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});

process.on('message', (message) => {
  if (message === 'clear') arrivals = [];
  if (message === 'count') process.send?.({ count: arrivals.length });
  if (message === 'tell') process.send?.({ arrivals });
});
process.on('disconnect', () => process.exit(0));
