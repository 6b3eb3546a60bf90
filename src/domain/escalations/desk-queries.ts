import { sql } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import type { LiveBriefing } from '../briefings/model';
import { listLiveBriefings, loadOwnReadings } from '../briefings/version-queries';
import type { CallCard } from '../calls/model';
import { canUseDesk } from '../calls/policy';
import { loadDeskCalls, loadKnownClients } from '../calls/queries';
import { loadOwnClients } from '../clients/assignment-queries';
import type { OverflowWindow } from '../overflow/model';
import { loadDeskOverflow } from '../overflow/queries';
import { loadOpenCallbacks } from '../promises/callback-queries';
import type { CallType, Playbook } from '../playbooks/model';
import { loadCallTypes, loadPlaybooks } from '../playbooks/queries';
import type { Callback, PromiseCard } from '../promises/model';
import { loadOpenPromises } from '../promises/promise-queries';
import type { DeskPreferences, PresenceCard } from '../tenancy/model';
import { loadPreferences, loadPresences } from '../tenancy/presence-queries';
import type { EscalationCard } from './model';
import { loadOwnEscalations } from './queries';

export type DeskSnapshot = {
  /** Where live updates go on from: read before everything else, so nothing falls between. */
  horizon: string;
  now: Date;
  briefings: LiveBriefing[];
  /** The newest version that this operator has confirmed, by briefing id. */
  readings: Record<string, number>;
  waiting: CallCard[];
  mine: CallCard[];
  escalations: EscalationCard[];
  /** Whose calls come here now, and whose will. */
  overflow: OverflowWindow[];
  /** Still to be made, by deadline; at most 200. */
  callbacks: Callback[];
  playbooks: Playbook[];
  callTypes: CallType[];
  /** That operators gave and that are open, by deadline; at most 200. */
  promises: PromiseCard[];
  /** Everybody at a desk. */
  colleagues: PresenceCard[];
  /** Clients for whom this operator has closed a call. */
  knownClients: string[];
  /** The clients this operator takes calls for; none: all. */
  ownClients: string[];
  preferences: DeskPreferences;
};

/** All that an idle desk holds, and all it needs to paint the next ring. */
export async function getDeskSnapshot(actor: Actor): Promise<DeskSnapshot> {
  requireAllowed(canUseDesk(actor));
  return readTx(actor, async (tx, clock) => {
    const [start] = await tx.db.execute<{ horizon: string }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
    );
    const now = await clock();
    const briefings = await listLiveBriefings(tx, now);
    const readings = await loadOwnReadings(tx);
    const { waiting, mine } = await loadDeskCalls(tx);
    const escalations = await loadOwnEscalations(tx);
    const callbacks = await loadOpenCallbacks(tx, now);
    const overflow = await loadDeskOverflow(tx, now);
    const playbooks = await loadPlaybooks(tx);
    const callTypes = await loadCallTypes(tx);
    const promises = await loadOpenPromises(tx);
    const colleagues = await loadPresences(tx);
    const knownClients = await loadKnownClients(tx);
    const ownClients = await loadOwnClients(tx);
    const preferences = await loadPreferences(tx);
    return {
      horizon: `${requireRow(start).horizon}-${now.getTime()}`,
      now,
      briefings,
      readings,
      waiting,
      mine,
      escalations,
      overflow,
      callbacks,
      playbooks,
      callTypes,
      promises,
      colleagues,
      knownClients,
      ownClients,
      preferences,
    };
  });
}
