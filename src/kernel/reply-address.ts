import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Where the answer to one message goes: `r+<26 characters: the delivery's id><16 characters: a signature>@<domain>`, in
 * lower case, because mail systems fold it; 44 of the 64 characters that a local part may have (RFC 5321, 4.5.3.1.1).
 */
export function writeReplyAddress(deliveryId: string, secret: string, domain: string): string {
  const id = Buffer.from(deliveryId.replaceAll('-', ''), 'hex');
  return `r+${toBase32(id)}${toBase32(signatureOf(id, secret))}@${domain.toLowerCase()}`;
}

/** @returns the delivery's id; null for every other address, and for a signature that does not fit */
export function readReplyAddress(address: string, secret: string, domain: string): string | null {
  const [, id = '', signature = '', host = ''] =
    /^r\+([a-z2-7]{26})([a-z2-7]{16})@([^@]+)$/.exec(address.trim().toLowerCase()) ?? [];
  if (id === '' || host !== domain.toLowerCase()) return null;
  const bytes = fromBase32(id).subarray(0, 16);
  if (!timingSafeEqual(fromBase32(signature), signatureOf(bytes, secret))) return null;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** 80 bits: guessing one takes longer than a door that is asked over the network can be asked. */
function signatureOf(id: Buffer, secret: string): Buffer {
  return createHmac('sha256', `calmline:reply:${secret}`).update(id).digest().subarray(0, 10);
}

/** RFC 4648, section 6, without padding. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
