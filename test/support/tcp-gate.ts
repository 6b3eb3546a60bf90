import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type TcpGate = {
  port: number;
  /** Connections are refused, and those that stand are reset. */
  shut(): Promise<void>;
  open(): Promise<void>;
};

/** A door in front of another server on the loopback address, to make it unreachable and reachable again. */
export async function makeTcpGate(target: number): Promise<TcpGate> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;

  async function open(): Promise<void> {
    server = createServer((inside) => {
      const outside = connect(target, '127.0.0.1');
      for (const socket of [inside, outside]) {
        sockets.add(socket);
        // Whatever breaks one side ends both.
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          sockets.delete(socket);
          inside.destroy();
          outside.destroy();
        });
      }
      inside.pipe(outside).pipe(inside);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }

  async function shut(): Promise<void> {
    const closed = server && once(server, 'close');
    server?.close();
    server = undefined;
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  }

  await open();
  return { port, open, shut };
}
