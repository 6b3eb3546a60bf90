import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed link says: which message it came with, in which tenant. */
export type LinkClaims = { organizationId: string; clientId: string | null; deliveryId: string };

export type VerifiedLink = { kind: 'valid'; claims: LinkClaims } | { kind: 'expired' } | { kind: 'invalid' };

/*
 * The acknowledgement link of a text message. It says what the link of an e-mail says (see acknowledge-link.ts), in 91
 * characters instead of 330: three segments of SMS are 459.
 *
 * kind (1 byte) | when it ends, seconds (4) | delivery (16) | organization (16) | client (16 or none) | HMAC-SHA256 (16)
 */

const AUDIENCE = 'calmline:acknowledge:short';
const MAC_BYTES = 16;
const WITH_CLIENT = 1;
const WITHOUT_CLIENT = 2;
const VALID_SECONDS = 8 * 24 * 60 * 60;

/**
 * The same on every attempt of one message, so that the carrier can be asked for it.
 * @param createdAt when the message came to be: the link is good for eight days from then, because a message may wait
 */
export function signShortLink(claims: LinkClaims, secret: string, createdAt: Date): string {
  const head = Buffer.alloc(5);
  head.writeUInt8(claims.clientId === null ? WITHOUT_CLIENT : WITH_CLIENT);
  head.writeUInt32BE(Math.floor(createdAt.getTime() / 1_000) + VALID_SECONDS, 1);
  const ids = [
    claims.deliveryId,
    claims.organizationId,
    ...(claims.clientId === null ? [] : [claims.clientId]),
  ];
  const content = Buffer.concat([head, ...ids.map(toBytes)]);
  return Buffer.concat([content, macOf(content, secret)]).toString('base64url');
}

/** @param now from the database's clock */
export function verifyShortLink(token: string, secret: string, now: Date): VerifiedLink {
  const bytes = Buffer.from(token, 'base64url');
  const kind = bytes[0];
  const length = 5 + (kind === WITH_CLIENT ? 48 : 32) + MAC_BYTES;
  const isWellFormed = (kind === WITH_CLIENT || kind === WITHOUT_CLIENT) && bytes.length === length;
  if (!isWellFormed || bytes.toString('base64url') !== token) return { kind: 'invalid' };
  const content = bytes.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(content, secret))) return { kind: 'invalid' };
  if (content.readUInt32BE(1) * 1_000 <= now.getTime()) return { kind: 'expired' };
  const idAt = (n: number) => toId(content.subarray(5 + n * 16, 21 + n * 16));
  const clientId = kind === WITH_CLIENT ? idAt(2) : null;
  return { kind: 'valid', claims: { deliveryId: idAt(0), organizationId: idAt(1), clientId } };
}

function macOf(content: Buffer, secret: string): Buffer {
  return createHmac('sha256', `${AUDIENCE}:${secret}`).update(content).digest().subarray(0, MAC_BYTES);
}

function toBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function toId(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
