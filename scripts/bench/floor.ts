import { createServer, type ServerResponse } from 'node:http';

/*
 * The floor: what node:http alone can do. A POST is written to every open stream, a GET answers a little JSON, and
 * /cpu tells the seconds of CPU this process has used.
 */
const streams = new Set<ServerResponse>();

const server = createServer((request, response) => {
  if (request.url === '/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
    return;
  }
  if (request.url === '/cpu') {
    const { user, system } = process.cpuUsage();
    response.end(String((user + system) / 1_000_000));
    return;
  }
  if (request.method === 'POST') {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const frame = Buffer.from(`event: floor\ndata: ${Buffer.concat(chunks).toString()}\n\n`);
      for (const stream of streams) stream.write(frame);
      response.end('{}');
    });
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end('{"result":{"data":{"json":{"ok":true}}}}');
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('disconnect', () => process.exit(0));
