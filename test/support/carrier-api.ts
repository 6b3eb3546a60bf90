import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/*
 * Twilio's API of 2010-04-01 as its documentation describes it: what a request may look like, and the answers.
 */

export type Resource = 'Messages' | 'Calls';

/** A text message or a call that the carrier took. */
export type Taken = {
  resource: Resource;
  sid: string;
  to: string;
  from: string;
  createdAt: Date;
  status: string;
  statusCallback: string;
  /** Of a text message. */
  body: string;
  /** The first acknowledgement link of the text. */
  link: string | undefined;
  /** The number that the text asks to be answered with. */
  code: string | undefined;
  /** Of a call: where its TwiML is. */
  url: string;
};

type Form = Record<string, string>;

type Read =
  | { kind: 'fault'; words: string }
  /** Wrong account or wrong token. */
  | { kind: 'stranger' }
  | { kind: 'create'; resource: Resource; form: Form }
  | { kind: 'list'; resource: Resource; query: URLSearchParams };

const E164 = /^\+[1-9]\d{6,14}$/;

/** What the product may send, and of that what it must. */
const fields: Record<Resource, { may: string[]; must: string[]; filters: string[] }> = {
  Messages: {
    may: ['To', 'From', 'Body', 'StatusCallback', 'ValidityPeriod', 'SmartEncoded'],
    must: ['To', 'From', 'Body', 'StatusCallback'],
    filters: ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>'],
  },
  Calls: {
    may: [
      'To',
      'From',
      'Url',
      'Method',
      'StatusCallback',
      'StatusCallbackMethod',
      'StatusCallbackEvent',
      'Timeout',
      'TimeLimit',
    ],
    must: ['To', 'From', 'Url', 'StatusCallback'],
    filters: ['To', 'From', 'Status', 'StartTime', 'StartTime<', 'StartTime>'],
  },
};

const paging = ['PageSize', 'Page', 'PageToken'];

export function newSid(prefix: 'AC' | 'SM' | 'CA'): string {
  return prefix + randomBytes(16).toString('hex');
}

/** One request, or what is wrong with it. */
export function readRequest(
  account: { accountSid: string; authToken: string },
  request: IncomingMessage,
  body: string,
): Read {
  const url = new URL(request.url ?? '/', 'http://carrier');
  const [, sid, resource] =
    /^\/2010-04-01\/Accounts\/(\w+)\/(Messages|Calls)\.json$/.exec(url.pathname) ?? [];
  if (resource !== 'Messages' && resource !== 'Calls') return fault(`no such address: ${url.pathname}`);
  const expected = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
  if (request.headers.authorization !== `Basic ${expected}` || sid !== account.accountSid) {
    return { kind: 'stranger' };
  }
  if (request.method === 'GET') return readList(resource, url.searchParams);
  if (request.method !== 'POST') return fault(`${request.method} is not for ${resource}`);
  if (request.headers['content-type']?.split(';')[0] !== 'application/x-www-form-urlencoded') {
    return fault(`a form was expected, not ${request.headers['content-type']}`);
  }
  return readForm(resource, new URLSearchParams(body));
}

function readList(resource: Resource, query: URLSearchParams): Read {
  const unknown = [...query.keys()].find((key) => ![...fields[resource].filters, ...paging].includes(key));
  if (unknown !== undefined) return fault(`${resource} has no filter ${unknown}`);
  const size = Number(query.get('PageSize') ?? 50);
  if (!(size >= 1 && size <= 1_000)) return fault(`a page cannot have ${size} entries`);
  return { kind: 'list', resource, query };
}

function readForm(resource: Resource, given: URLSearchParams): Read {
  const { may, must } = fields[resource];
  const form = Object.fromEntries(given);
  const unknown = Object.keys(form).find((key) => !may.includes(key));
  if (unknown !== undefined) return fault(`${resource} has no field ${unknown}`);
  const missing = must.find((key) => (form[key] ?? '') === '');
  if (missing !== undefined) return fault(`${resource} without ${missing}`);
  if (!E164.test(form.To ?? '') || !E164.test(form.From ?? '')) return fault('a number is not in E.164');
  for (const key of ['StatusCallback', 'Url']) {
    const address = form[key];
    if (address !== undefined && !/^https?:\/\/[^/]+\/\S+$/.test(address))
      return fault(`${key} is no address`);
  }
  if ((form.Body ?? '').length > 1_600) return fault('a text beyond 1,600 characters');
  const events = given.getAll('StatusCallbackEvent');
  const known = ['initiated', 'ringing', 'answered', 'completed'];
  if (events.some((event) => !known.includes(event))) return fault(`unknown events: ${events.join(', ')}`);
  return { kind: 'create', resource, form };
}

function fault(words: string): Read {
  return { kind: 'fault', words };
}

export function refusalOf(status: number, code: number, message: string) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

/** RFC 2822, to the second: finer than that Twilio does not tell. */
const asDate = (at: Date) => at.toUTCString().replace('GMT', '+0000');

/** As Twilio shows what it took. */
export function showTaken(accountSid: string, taken: Taken): Record<string, unknown> {
  const { resource, sid, to, from, body, status, createdAt } = taken;
  const shared = {
    sid,
    account_sid: accountSid,
    to,
    from,
    status,
    date_created: asDate(createdAt),
    date_updated: asDate(createdAt),
    direction: 'outbound-api',
    api_version: '2010-04-01',
    price: null,
    uri: `/2010-04-01/Accounts/${accountSid}/${resource}/${sid}.json`,
  };
  if (resource === 'Calls') return { ...shared, start_time: null, end_time: null, duration: null };
  const sent = { date_sent: asDate(createdAt), num_segments: '1', num_media: '0' };
  return { ...shared, ...sent, body, error_code: null, error_message: null, messaging_service_sid: null };
}

/** One page of a list, newest first, narrowed by its filters. */
export function listPage(
  accountSid: string,
  everything: readonly Taken[],
  { resource, query }: { resource: Resource; query: URLSearchParams },
): Record<string, unknown> {
  const size = Number(query.get('PageSize') ?? 50);
  const page = Number(query.get('Page') ?? 0);
  const matching = everything
    .filter((taken) => taken.resource === resource && isWanted(taken, query))
    .reverse();
  const uri = (number: number) => {
    const changed = new URLSearchParams(query);
    changed.set('Page', String(number));
    changed.set('PageToken', `PA${number}`);
    return `/2010-04-01/Accounts/${accountSid}/${resource}.json?${changed.toString()}`;
  };
  const shown = matching.slice(page * size, (page + 1) * size);
  return {
    [resource.toLowerCase()]: shown.map((taken) => showTaken(accountSid, taken)),
    page,
    page_size: size,
    start: page * size,
    end: page * size + shown.length - 1,
    uri: uri(page),
    first_page_uri: uri(0),
    next_page_uri: matching.length > (page + 1) * size ? uri(page + 1) : null,
    previous_page_uri: page > 0 ? uri(page - 1) : null,
  };
}

function isWanted({ to, from, status, createdAt }: Taken, query: URLSearchParams): boolean {
  const is = (key: string, value: string) => (query.get(key) ?? value) === value;
  const second = Math.floor(createdAt.getTime() / 1_000) * 1_000;
  const isAfter = (key: string) => second >= Date.parse(query.get(key) ?? '1970-01-01');
  const isBefore = (key: string) => second <= Date.parse(query.get(key) ?? '9999-01-01');
  return (
    is('To', to) &&
    is('From', from) &&
    is('Status', status) &&
    isAfter('DateSent>') &&
    isAfter('StartTime>') &&
    isBefore('DateSent<') &&
    isBefore('StartTime<')
  );
}
