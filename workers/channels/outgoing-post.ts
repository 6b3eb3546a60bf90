import { request as requestPlain, type IncomingHttpHeaders } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { SendOutcome } from '@/domain/notifications/model';
import { SECOND } from '@/kernel/duration';
import { guardAddress, isRefusal, PRIVATE_WORDS, RefusedAddress } from './allowed-address';

/** From the lookup of the name to the first line of the answer. */
const CUT_OFF_AFTER = 10 * SECOND;

/** What a receiver asks for is kept to, within reason. */
const LONGEST_RETRY_AFTER_SECONDS = 3_600;

type PostSettings = { privateAddresses: readonly string[]; cutOffAfter?: number };

export type Post<Answer = SendOutcome> = {
  /** Hands over one body, JSON unless the headers say otherwise. What came back, or nothing, is an outcome and never an exception. */
  post(
    address: string,
    body: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<Answer | SendOutcome>;
  close(): void;
};

/** What a status means to whoever posted. */
type ReadAnswer<Answer> = (status: number, retryAfterSeconds: number | null) => Answer;

/**
 * Posts to web addresses that tenants typed. Only the status of the answer counts: nothing of its body is read, so that
 * nobody sees through us what a server says. Every post has a connection of its own.
 * @param resolve how names are looked up; only tests have their own
 */
export function openPost(settings: PostSettings, resolve?: LookupFunction): Post {
  return openReadPost(settings, outcomeOf, resolve);
}

/** The same, for receivers whose answers mean something of their own. */
export function openReadPost<Answer>(
  settings: PostSettings,
  read: ReadAnswer<Answer>,
  resolve?: LookupFunction,
): Post<Answer> {
  const cutOffAfter = Math.min(settings.cutOffAfter ?? CUT_OFF_AFTER, CUT_OFF_AFTER);
  const inHand = new Set<AbortController>();
  return {
    async post(address, body, headers = {}) {
      const cutOff = new AbortController();
      inHand.add(cutOff);
      const tooSlow = new Error(`The receiver did not answer within ${cutOffAfter / SECOND} seconds.`);
      const timer = setTimeout(() => cutOff.abort(tooSlow), cutOffAfter);
      try {
        return await postOnce(new URL(address), body, headers, cutOff.signal);
      } finally {
        clearTimeout(timer);
        inHand.delete(cutOff);
      }
    },
    close() {
      const stopped = new Error('The worker was stopped before the receiver answered.');
      for (const cutOff of inHand) cutOff.abort(stopped);
    },
  };

  function postOnce(
    url: URL,
    body: string | Buffer,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer | SendOutcome> {
    const { options, problem } = guardAddress(url, settings.privateAddresses, resolve);
    if (problem !== null) return Promise.resolve(failureOf(problem, false));
    return new Promise((done) => {
      const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
        ...options,
        method: 'POST',
        signal,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Calmline',
          ...headers,
        },
      });
      let isWhollySent = false;
      request.once('finish', () => (isWhollySent = true));
      request.once('response', (response) => {
        done(read(response.statusCode ?? 0, secondsOf(response.headers)));
        response.destroy();
      });
      // Later errors are of a connection that has done its work.
      request.on('error', (error) =>
        done(failureOf(signal.aborted ? (signal.reason as Error) : error, isWhollySent)),
      );
      request.end(body);
    });
  }
}

/** What a status says of the message (RFC 9110, section 15). */
function outcomeOf(status: number, retryAfterSeconds: number | null): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent', providerId: null };
  if (status === 410) return { kind: 'failed_permanent', words: 'The receiver says that it is gone (410).' };
  if (status >= 300 && status < 400) {
    const words = `The receiver redirects to another address (${status}). Redirects are not followed: enter the final one.`;
    return { kind: 'failed_permanent', words };
  }
  const words =
    status === 429 ? 'The receiver is asked too often (429).' : `The receiver answered ${status}.`;
  return { kind: 'failed_temporary', words, ...(retryAfterSeconds !== null && { retryAfterSeconds }) };
}

/** Retry-After: a number of seconds, or a date by the clock of whoever answers (RFC 9110, sections 10.2.3 and 6.6.1). */
function secondsOf({ 'retry-after': retryAfter, date }: IncomingHttpHeaders): number | null {
  if (retryAfter === undefined) return null;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - (Date.parse(date ?? '') || Date.now())) / SECOND;
  if (Number.isNaN(seconds)) return null;
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_RETRY_AFTER_SECONDS);
}

function failureOf(error: Error, isWhollySent: boolean): SendOutcome {
  if (isRefusal(error)) {
    const words = error instanceof RefusedAddress ? error.message : PRIVATE_WORDS;
    return { kind: 'failed_permanent', words };
  }
  return { kind: 'failed_temporary', words: wordsOf(error), ...(isWhollySent && { isInDoubt: true }) };
}

const wordsByCode: Partial<Record<string, string>> = {
  ENOTFOUND: 'The host of this address was not found.',
  EAI_AGAIN: 'The host of this address could not be looked up.',
  ECONNREFUSED: 'The receiver refuses connections.',
  ECONNRESET: 'The receiver broke the connection off.',
  ETIMEDOUT: 'The receiver could not be reached.',
  EHOSTUNREACH: 'The receiver could not be reached.',
  ENETUNREACH: 'The receiver could not be reached.',
};

function wordsOf(error: Error): string {
  if (!('code' in error) || typeof error.code !== 'string') return error.message;
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(error.code))
    return `The receiver's certificate is not valid (${error.code}).`;
  return wordsByCode[error.code] ?? `The connection to the receiver failed (${error.code}).`;
}
