import { readTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireAllowed } from '../../kernel/errors';
import { loadOrganization } from '../tenancy/queries';
import { loadCallFacts, loadIncidentCallIds, loadIncidentContext } from './incident-call-queries';
import type { CallFacts } from './incident-call';
import { loadIncidentHead } from './incident-queries';
import { mostPackCalls } from './model';
import { packContent, type PackContent } from './pack-content';
import { canMakePack, canReadIncidents } from './policy';

const BATCH = 200;

/** So many calls a list may have that is read without being printed. */
const MOST_LISTED = 100_000;

/**
 * An incident as it stands, to be handed back: its calls are read in parts, each of them once.
 * @param asOf calls that rang until then
 * @param onPart is told after every part which share has been read, 0 to 1
 * @throws DomainError TOO_LARGE when it has more calls than can be printed
 */
export async function readPackContent(
  actor: Actor,
  briefingId: string,
  asOf: Date,
  onPart: (share: number) => void = () => undefined,
): Promise<PackContent> {
  requireAllowed(canMakePack(actor));
  return readTx(actor, async (tx) => {
    const head = await loadIncidentHead(tx, briefingId);
    const ids = await loadIncidentCallIds(tx, briefingId, asOf, mostPackCalls + 1);
    if (ids.length > mostPackCalls) {
      throw new DomainError(
        'TOO_LARGE',
        `This incident has more than ${mostPackCalls.toLocaleString('en')} calls, too many to print. The CSV holds them all.`,
      );
    }
    const { name: organizationName } = await loadOrganization(tx);
    const context = await loadIncidentContext(tx, briefingId);
    const calls: CallFacts[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      calls.push(...(await loadCallFacts(tx, context, ids.slice(from, from + BATCH))));
      onPart(Math.min(1, (from + BATCH) / ids.length));
    }
    return packContent({
      head: { ...head, organizationName, asOf: asOf.toISOString() },
      recalls: context.takenBack,
      statements: context.statements,
      calls,
    });
  });
}

/** What the list of an incident is read with: its calls, and whose it is. */
type IncidentList = {
  headline: string;
  clientName: string;
  timeZone: string;
  asOf: Date;
  ids: string[];
};

/**
 * The calls of an incident as it stands, by ring, to be read part by part.
 * @throws DomainError TOO_LARGE beyond 100,000 calls
 */
export async function getIncidentList(actor: Actor, briefingId: string): Promise<IncidentList> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx, clock) => {
    const [asOf, head] = await Promise.all([clock(), loadIncidentHead(tx, briefingId)]);
    const ids = await loadIncidentCallIds(tx, briefingId, asOf, MOST_LISTED + 1);
    if (ids.length > MOST_LISTED)
      throw new DomainError('TOO_LARGE', 'This incident has more than 100,000 calls.');
    const { headline, clientName, timeZone } = head;
    return { headline, clientName, timeZone, asOf, ids };
  });
}

/** Some calls of an incident, in the order of the ids. @param ids some hundreds at the most */
export async function getCallFacts(
  actor: Actor,
  briefingId: string,
  ids: readonly string[],
): Promise<CallFacts[]> {
  requireAllowed(canReadIncidents(actor));
  return readTx(actor, async (tx) => loadCallFacts(tx, await loadIncidentContext(tx, briefingId), ids));
}
