import { pino, stdTimeFunctions, type Logger } from 'pino';

const shared = globalThis as typeof globalThis & { calmlineLog?: Logger };

/**
 * Structured logs to standard output. Ids and figures only: names, numbers, addresses and words of callers are never
 * logged, and what slips in under these keys is taken out.
 */
export function log(): Logger {
  return (shared.calmlineLog ??= makeLog('info'));
}

export function setLogLevel(level: string): void {
  shared.calmlineLog = makeLog(level);
}

function makeLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'authorization',
        'cookie',
        'password',
        'email',
        'address',
        'ani',
        'from',
        'to',
        'text',
        'summary',
      ]
        .flatMap((key) => [key, `*.${key}`])
        .concat(
          'err.parameters',
          'err.args',
          'err.query',
          'err.params',
          'err.cause.parameters',
          'err.cause.args',
          'err.cause.detail',
          'err.detail',
        ),
      remove: true,
    },
  });
}
