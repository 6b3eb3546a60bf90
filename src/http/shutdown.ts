import type { Server } from 'node:http';
import { closeDatabase } from '../db/client';
import { log } from '../kernel/log';
import { liveHub } from './live-hub';

const DRAIN_MS = 8_000;

/**
 * Ends the process decently on SIGTERM or SIGINT: streams first (their screens come back elsewhere and resume), then
 * what is under way, then the database; within ten seconds whatever happens.
 */
export function shutDownOnSignal(server: Server): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), DRAIN_MS + 1_500).unref();
    liveHub().dropAll();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearTimeout(deadline);
    await closeDatabase();
    log().info('web stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      end().catch((error: unknown) => {
        log().error({ err: error }, 'stopping failed');
        process.exit(1);
      });
    });
  }
}
