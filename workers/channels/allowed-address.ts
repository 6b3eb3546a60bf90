import { lookup as resolveName } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** Where a message must not go: what a tenant types as a web address must not reach into the network of the service. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

export const PRIVATE_WORDS = 'This address leads into a private network. Messages are not sent there.';
export const PLAIN_WORDS = 'Messages go to https addresses only.';

/** Azure's host agent: a public address that only a machine's own network answers (the others are link-local). */
const metadataAddresses = ['168.63.129.16'];

/** All that is routed of IPv6 (RFC 4291, section 2.4); also keeps out `::127.0.0.1`, which means IPv4 once more. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

type Guard = {
  /** What to give to `request`: an agent that connects to nothing it did not check, and the lookup of names. */
  options: {
    agent: RequestFilteringHttpAgent | RequestFilteringHttpsAgent;
    lookup: LookupFunction;
  };
  /** What is wrong with an address that names its host by number; names are checked when they are looked up. */
  problem: RefusedAddress | null;
};

/**
 * Lets one request through to public addresses, and to the private ones that the installation allows; http only to the
 * latter. A name is looked up once, everything it stands for is checked (one refused address refuses the name), and the
 * connection is made to what was checked: the agent hands the same answer to `net.connect`. Nothing is kept for the
 * next request, which looks up and checks anew.
 * @param resolve how names are looked up; the system's way unless a test has its own
 */
export function guardAddress(
  url: URL,
  privateAddresses: readonly string[],
  resolve: LookupFunction = resolveName,
): Guard {
  const allowed = privateAddresses.map(canonical);
  const isPlain = url.protocol !== 'https:';
  const filter = { allowIPAddressList: allowed, denyIPAddressList: metadataAddresses, keepAlive: false };

  const problemOf = (address: string): RefusedAddress | null => {
    if (allowed.includes(address)) return null;
    if (isPlain) return new RefusedAddress(PLAIN_WORDS);
    if (isIPv6(address) && !globalUnicast.check(address, 'ipv6')) return new RefusedAddress(PRIVATE_WORDS);
    return null;
  };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    problem: isIP(host) === 0 ? null : problemOf(host),
    options: {
      agent: isPlain ? new RequestFilteringHttpAgent(filter) : new RequestFilteringHttpsAgent(filter),
      lookup: (name, options, done) =>
        resolve(name, options, (error, found, family) => {
          const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
          const problem = error === null ? addresses.map(problemOf).find((one) => one !== null) : undefined;
          done(problem ?? error, found, family);
        }),
    },
  };
}

/** Whether the agent refused to connect: it says so in words alone. */
export function isRefusal(error: Error): boolean {
  return error instanceof RefusedAddress || /^DNS lookup .* is not allowed\./.test(error.message);
}

/** As the system's resolver writes it. */
function canonical(address: string): string {
  const { hostname } = new URL(isIPv6(address) ? `http://[${address}]` : `http://${address}`);
  return hostname.replace(/^\[|\]$/g, '');
}
