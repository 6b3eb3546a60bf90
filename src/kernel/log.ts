import { pino, stdTimeFunctions, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

const shared = globalThis as typeof globalThis & { calmlineLog?: Logger };

/**
 * Structured logs to standard output. Ids and figures only: names, numbers, addresses and words of callers are never
 * logged, and what slips in under these keys is taken out.
 */
export function log(): Logger {
  return (shared.calmlineLog ??= makeLog('info'));
}

/** @param destination standard output unless given */
export function setLogLevel(level: string, destination?: DestinationStream): void {
  shared.calmlineLog = makeLog(level, destination);
}

function makeLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: factsOf },
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
      ].flatMap((key) => [key, `*.${key}`]),
      remove: true,
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What may be known of an error. Its other properties, the values of a failed query and whatever a database quotes
 * from a row stay out: they are the callers' own words and numbers.
 */
function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint_name } = error as { code?: unknown; constraint_name?: unknown };
  return {
    type: error.constructor.name,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    constraint: typeof constraint_name === 'string' ? constraint_name : undefined,
    message: withoutValues(error.message, code),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    cause: error.cause === undefined ? undefined : factsOf(error.cause),
  };
}

/** Drizzle appends a query's values to its message; PostgreSQL quotes the wrong value in errors of class 22. */
function withoutValues(message: string, code: unknown): string {
  if (typeof code === 'string' && /^22...$/.test(code)) return 'a value that does not fit';
  return message.replace(/\nparams: .*$/s, '').replaceAll(/[^\s<>"'(]+@[^\s<>"')]+/g, '[e-mail]');
}
