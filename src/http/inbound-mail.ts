import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { database } from '../db/client';
import { findMailAnswerer } from '../db/inbound-gate';
import { env } from '../env';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { readReplyAddress } from '../kernel/reply-address';
import { sendJson, sendProblem } from './answers';
import { readBody } from './body';
import { takeMail, type MailOutcome } from './mail-answer';
import { addressesIn, readReceivedMail } from './received-mail';

const MAX_BODY_BYTES = 1_000_000;

/** Where providers put the raw mail, and whom it was for, when they post forms. */
const rawFields = ['email', 'body-mime', 'rawEmail', 'raw'];
const recipientFields = ['recipient', 'to', 'envelope'];

/**
 * `POST /api/hooks/mail`: one mail, as it came in, from a mail provider that has the token: as a bearer, or as the password
 * of basic authentication. The body is the raw mail, or a form with it in a field. Whom the mail is for stands in its
 * headers, in the form, or in `?to=`. An address that is none of ours is answered like one that is, and nothing happens.
 */
export async function answerInboundMail(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const { INBOUND_MAIL_DOMAIN: domain, INBOUND_MAIL_TOKEN: token } = env();
    if (domain === undefined || token === undefined)
      throw new DomainError('NOT_FOUND', 'There is no such resource.');
    if (!isLetIn(request.headers.authorization, token))
      throw new DomainError('UNAUTHENTICATED', 'Send the token: Authorization: Bearer <token>.');
    const body = await readBody(request, MAX_BODY_BYTES);
    const { raw, recipients } = await openEnvelope(body, request.headers['content-type'] ?? '');
    const named = url.searchParams.getAll('to').flatMap(addressesIn);
    sendJson(response, 200, { outcome: await receive(raw, [...named, ...recipients], domain) });
  } catch (error) {
    sendProblem(response, error);
  }
}

async function receive(raw: Buffer, named: string[], domain: string): Promise<MailOutcome> {
  const mail = await readReceivedMail(raw);
  if (mail === null) return 'ignored';
  const actor = await findActor([...named, ...mail.recipients], domain);
  return actor === null ? 'ignored' : takeMail(actor, mail);
}

/** Whoever the first address that we wrote ourselves belongs to. */
async function findActor(addresses: string[], domain: string): Promise<Actor | null> {
  for (const address of addresses) {
    const deliveryId = readReplyAddress(address, env().AUTH_SECRET, domain);
    if (deliveryId !== null) return findMailAnswerer(database().sql, deliveryId);
  }
  return null;
}

function isLetIn(authorization: string | undefined, token: string): boolean {
  const [, scheme = '', given = ''] = /^(bearer|basic)\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
  if (given === '') return false;
  const isBasic = scheme.toLowerCase() === 'basic';
  const secret = isBasic
    ? Buffer.from(given, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : given;
  const [a, b] = [secret, token].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

type Envelope = { raw: Buffer; recipients: string[] };

async function openEnvelope(body: Buffer, contentType: string): Promise<Envelope> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType)) {
    return { raw: body, recipients: [] };
  }
  const form = await readForm(body, contentType);
  const texts = (names: string[]) =>
    names.flatMap((name) => form.getAll(name)).filter((value) => typeof value === 'string');
  const [raw] = texts(rawFields);
  if (raw === undefined)
    throw new DomainError('INVALID', `Send the raw mail in a field called ${rawFields.join(' or ')}.`);
  return { raw: Buffer.from(raw), recipients: texts(recipientFields).flatMap(addressesIn) };
}

async function readForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new DomainError('INVALID', 'The form cannot be read.');
  }
}
