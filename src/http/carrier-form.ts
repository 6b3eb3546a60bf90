import type { IncomingMessage, ServerResponse } from 'node:http';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { env } from '../env';
import { readBody } from './body';
import { badSignature } from './telephony';

const MAX_BODY_BYTES = 64_000;

/**
 * A form of Twilio's, once its `X-Twilio-Signature` was found right: made with the account's token over our public
 * address, path and query, and every field.
 * @throws DomainError UNAUTHENTICATED
 */
export async function readSignedForm(
  request: IncomingMessage,
  authToken: string,
): Promise<Record<string, string>> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const signature = request.headers['x-twilio-signature'];
  const address = `${env().PUBLIC_URL}${request.url ?? ''}`;
  const isGenuine = typeof signature === 'string' && validateRequest(authToken, signature, address, fields);
  if (!isGenuine) throw badSignature();
  return fields;
}

export function sendTwiml(response: ServerResponse, twiml: string): void {
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' });
  response.end(twiml);
}
