import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadServiceRules } from '../tenancy/service-rules-queries';
import { builtInPlaybook, builtInPlaybooks } from './built-in-playbooks';
import { chosenPlaybook, namedPlaybooks, type PlaybookChoice } from './chosen-playbook';
import { mostCallTypes, mostPlaybooks, type CallType, type Playbook } from './model';
import { canReadPlaybooks } from './policy';
import { callTypes, playbooks, playbookVersions } from './tables';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One version; without `version` the newest. An archived playbook is still read: calls keep it. */
export async function loadPlaybook(tx: ReadTx, id: string, version?: number): Promise<Playbook | undefined> {
  const builtIn = builtInPlaybook(id, version);
  if (builtIn !== undefined || !uuid.test(id)) return builtIn;
  const [row] = await tx.db
    .select({ version: playbookVersions.version, content: playbookVersions.content })
    .from(playbookVersions)
    .where(
      within(
        tx,
        playbookVersions,
        eq(playbookVersions.playbookId, id),
        version === undefined ? undefined : eq(playbookVersions.version, version),
      ),
    )
    .orderBy(desc(playbookVersions.version))
    .limit(1);
  return row === undefined ? undefined : { id, isBuiltIn: false, ...row };
}

/**
 * The playbook in use that these choices come to; what is archived or unknown gives way to the next place, in the end
 * to the default.
 */
export async function loadChosenPlaybook(
  tx: ReadTx,
  choice: Omit<PlaybookChoice, 'organization'>,
): Promise<Pick<Playbook, 'id' | 'version'>> {
  const { playbookId: organization } = await loadServiceRules(tx);
  const all: PlaybookChoice = { ...choice, organization };
  return chosenPlaybook(all, await loadOwnInUse(tx, namedPlaybooks(all)));
}

/** What a client names as its usual one (null: nothing), if there is such a client. */
export async function loadClientPlaybook(
  tx: ReadTx,
  clientId: string,
): Promise<{ playbookId: string | null } | undefined> {
  const [client] = await tx.db
    .select({ playbookId: clients.playbookId })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  return client;
}

/** Of these the service's own that are offered; what is no UUID is not asked for. */
async function loadOwnInUse(
  tx: ReadTx,
  named: readonly string[],
  lock?: 'share',
): Promise<Pick<Playbook, 'id' | 'version'>[]> {
  const ids = named.filter((id) => uuid.test(id));
  if (ids.length === 0) return [];
  const asked = tx.db
    .select({ id: playbooks.id, version: playbooks.currentVersion })
    .from(playbooks)
    .where(within(tx, playbooks, inArray(playbooks.id, ids), isNull(playbooks.archivedAt)));
  return lock === undefined ? asked : asked.for(lock);
}

/**
 * @param lock keeps it from being archived until the transaction is over
 * @throws DomainError INVALID for a playbook that is not there, or archived
 */
export async function requireOffered(tx: ReadTx, playbookId: string, lock?: 'share'): Promise<void> {
  if (builtInPlaybook(playbookId) !== undefined) return;
  if ((await loadOwnInUse(tx, [playbookId], lock)).length > 0) return;
  throw new DomainError('INVALID', 'There is no such playbook to choose.', [
    { field: 'playbookId', words: 'Choose a playbook that is offered.' },
  ]);
}

/** What is offered: the built-in ones, then the own ones by name; at most 100. */
export async function loadPlaybooks(tx: ReadTx): Promise<Playbook[]> {
  const own = await tx.db
    .select({ id: playbooks.id, version: playbookVersions.version, content: playbookVersions.content })
    .from(playbooks)
    .innerJoin(
      playbookVersions,
      and(
        eq(playbookVersions.organizationId, playbooks.organizationId),
        eq(playbookVersions.playbookId, playbooks.id),
        eq(playbookVersions.version, playbooks.currentVersion),
      ),
    )
    .where(within(tx, playbooks, isNull(playbooks.archivedAt)))
    .orderBy(playbooks.name, playbooks.id)
    .limit(mostPlaybooks);
  return [...builtInPlaybooks(), ...own.map((one) => ({ ...one, isBuiltIn: false }))];
}

const callTypeColumns = {
  id: callTypes.id,
  clientId: callTypes.clientId,
  name: callTypes.name,
  playbookId: callTypes.playbookId,
  intake: callTypes.intake,
  archivedAt: callTypes.archivedAt,
};

export async function loadCallType(tx: ReadTx, id: string): Promise<CallType | undefined> {
  const [row] = await tx.db
    .select(callTypeColumns)
    .from(callTypes)
    .where(within(tx, callTypes, eq(callTypes.id, id)));
  return row;
}

/** In use, by name: for one client those of all clients too; without a client all there are. At most 1,000. */
export async function loadCallTypes(tx: ReadTx, clientId?: string): Promise<CallType[]> {
  return tx.db
    .select(callTypeColumns)
    .from(callTypes)
    .where(
      within(
        tx,
        callTypes,
        isNull(callTypes.archivedAt),
        clientId === undefined ? undefined : or(eq(callTypes.clientId, clientId), isNull(callTypes.clientId)),
      ),
    )
    .orderBy(sql`lower(${callTypes.name})`, callTypes.id)
    .limit(mostCallTypes);
}

/** In use, by name: with a client those that its calls can have, without one all there are. */
export async function listCallTypes(
  actor: Actor,
  input: { clientId?: string | undefined },
): Promise<CallType[]> {
  requireAllowed(canReadPlaybooks(actor));
  return readTx(actor, (tx) => loadCallTypes(tx, input.clientId));
}
