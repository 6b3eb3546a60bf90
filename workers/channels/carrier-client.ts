import { Agent, request as requestHttp, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';
import { SECOND } from '@/kernel/duration';

/** The carrier answered, and not with yes. `code`: Twilio's own, where it gave one. */
export class CarrierRefusal extends Error {
  override name = 'CarrierRefusal';

  constructor(
    readonly status: number,
    readonly code: number | null,
    words: string,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(words);
  }
}

/** No answer. `isInDoubt`: the carrier had the whole request, so it may have taken it. */
export class CarrierSilence extends Error {
  override name = 'CarrierSilence';

  constructor(
    words: string,
    readonly isInDoubt: boolean,
  ) {
    super(words);
  }
}

/** Far less than the five seconds and more after which servers close a connection that is idle. */
const KEPT_IDLE = SECOND;

type Options = RequestClient.RequestOptions<Record<string, string | string[]>, Record<string, unknown>>;

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/**
 * Carries the requests of Twilio's package to the carrier. In the place of the package's own client, because that one
 * goes to twilio.com alone, tries some things again by itself, and cannot say whether a request that failed had been
 * sent whole.
 */
export class CarrierClient extends RequestClient {
  private readonly underWay = new Set<ClientRequest>();
  private readonly agent: Agent | false;

  /**
   * @param apiUrl where the API is; the path and the query of each request stay
   * @param cutOffAfter milliseconds from the beginning of a request to the end of its answer
   * @param canReuse whether a request may go on the connection of the one before. A carrier that closes it at that very
   *   moment looks like one that took the message and did not answer: so only where it is asked before a second attempt
   */
  constructor(
    private readonly apiUrl: string,
    private readonly cutOffAfter: number,
    canReuse: boolean,
  ) {
    super({ timeout: cutOffAfter });
    const KeptAgent = apiUrl.startsWith('https:') ? SecureAgent : Agent;
    this.agent = canReuse && new KeptAgent({ keepAlive: true, timeout: KEPT_IDLE });
  }

  /** @throws CarrierRefusal, CarrierSilence */
  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const { status, headers, body } = await this.exchange(options as Options);
    if (status >= 300) throw refusalOf({ status, headers, body });
    if (!isJson(body)) throw new CarrierSilence('Something answered that is not the carrier.', true);
    return { statusCode: status, body: body as Data, headers };
  }

  /** Breaks off whatever waits for an answer. */
  close(): void {
    for (const request of this.underWay) {
      request.destroy(new Error('The worker was stopped before the carrier answered.'));
    }
    if (this.agent !== false) this.agent.destroy();
  }

  private async exchange(options: Options): Promise<Answer> {
    const { method, uri, username = '', password = '', headers = {}, params = {}, data } = options;
    const asked = new URL(uri);
    const url = new URL(`${this.apiUrl}${asked.pathname}${asked.search}`);
    for (const [name, value] of Object.entries(params)) url.searchParams.append(name, String(value));
    const body = data === undefined ? '' : toForm(data);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      method: method.toUpperCase(),
      agent: this.agent,
      headers: {
        ...(headers as Record<string, string>),
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        ...(body !== '' && { 'content-length': Buffer.byteLength(body) }),
      },
    });
    this.underWay.add(request);
    const seconds = this.cutOffAfter / SECOND;
    const tooSlow = () => request.destroy(new Error(`The carrier did not answer within ${seconds} seconds.`));
    const timer = setTimeout(tooSlow, this.cutOffAfter);
    try {
      return await answerTo(request, body);
    } catch (error) {
      throw new CarrierSilence(wordsOf(error), request.writableFinished);
    } finally {
      clearTimeout(timer);
      this.underWay.delete(request);
    }
  }
}

async function answerTo(request: ClientRequest, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      text(response).then(
        (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }),
        reject,
      );
    });
    request.end(body);
  });
}

function toForm(fields: Record<string, string | string[]>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form.toString();
}

function refusalOf({ status, headers, body }: Answer): CarrierRefusal {
  const { code, message } = readProblem(body);
  const seconds = Number(headers['retry-after']);
  const retryAfterSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
  return new CarrierRefusal(status, code, message, retryAfterSeconds);
}

/** What stands between us and the carrier (a proxy) answers in its own way. */
function readProblem(body: string): { code: number | null; message: string } {
  const problem = isJson(body) ? (JSON.parse(body) as { code?: unknown; message?: unknown } | null) : null;
  const { code, message } = problem ?? {};
  return {
    code: typeof code === 'number' ? code : null,
    message: typeof message === 'string' ? message : '',
  };
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const wordsByCode: Partial<Record<string, string>> = {
  ECONNREFUSED: 'The carrier could not be reached.',
  ECONNRESET: 'The connection to the carrier broke off.',
  EPIPE: 'The connection to the carrier broke off.',
  ENOTFOUND: 'The carrier was not found: check TWILIO_API_URL.',
  EAI_AGAIN: 'The name of the carrier could not be looked up.',
  ETIMEDOUT: 'The carrier could not be reached.',
};

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The carrier could not be reached.';
  const code = 'code' in error ? String(error.code) : '';
  return code === '' ? error.message : (wordsByCode[code] ?? `The carrier could not be reached (${code}).`);
}
