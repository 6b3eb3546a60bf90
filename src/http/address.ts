import type { IncomingMessage } from 'node:http';
import proxyaddr from 'proxy-addr';
import { env } from '../env';

/**
 * Where a request really comes from: the connection's own address, or what X-Forwarded-For says where the connection
 * comes from one of TRUSTED_PROXIES. Anybody else may write what they like into that header.
 */
export function addressOf(request: IncomingMessage): string {
  return proxyaddr(request, env().TRUSTED_PROXIES);
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
