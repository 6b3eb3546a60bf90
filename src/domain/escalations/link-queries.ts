import { asc, eq, inArray } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadBundle } from '../notifications/queries';
import { promises } from '../promises/tables';
import { loadOrganization } from '../tenancy/queries';
import { loadNewestReports, type Report } from '../updates/report-queries';
import { answerFate } from './answer-fate';
import type { EscalationCard } from './model';
import { loadEscalationCards } from './queries';
import { loadRuns } from './run-queries';

export type LinkedEscalation = {
  escalation: EscalationCard;
  recipientName: string;
  organization: { name: string; phone: string | null };
  /** The client's. */
  timeZone: string;
  /** What the caller was promised in the call and is still open, by deadline; at most 10. Never who the caller is. */
  promises: { what: string; dueAt: Date }[];
  /** Whether the message is of an earlier run: an answer to that message alone changes nothing any more. */
  isStale: boolean;
  /** When the present run began anew; null: it is the first. */
  begunAgainAt: Date | null;
  /** When the person of the message acknowledged in the present run, where everybody must; null: not yet. */
  answeredAt: Date | null;
  /** What whoever has it was asked to report, and reported last; null: nothing was asked. */
  report: Report | null;
};

/**
 * What a link's message was about, and all that travelled in it, newest first behind the one that carried them; the
 * actor's id is that delivery. At most 1,000: as many as one message carries.
 */
export async function getLinkedEscalations(actor: Actor): Promise<LinkedEscalation[]> {
  return readTx(actor, async (tx) => {
    const origins = await loadBundle(tx, actor.id);
    const ids = [...new Set(origins.map(({ causeId }) => causeId))].slice(0, 1_000);
    const cards = await loadEscalationCards(tx, ids);
    const organization = await loadOrganization(tx);
    const [zones, promised, runs, reports] = await loadAround(tx, cards);
    const found = ids.flatMap((id) => {
      const escalation = cards.find((card) => card.id === id);
      const origin = origins.find(({ causeId }) => causeId === id);
      if (escalation === undefined || origin === undefined) return [];
      const run = runs.find((one) => one.id === id);
      return [
        {
          escalation,
          organization,
          recipientName: origin.recipientName,
          timeZone: zones.find((zone) => zone.clientId === escalation.clientId)?.timeZone ?? 'UTC',
          promises: promised
            .filter(({ callId }) => callId === escalation.callId)
            .slice(0, 10)
            .map(({ what, dueAt }) => ({ what, dueAt })),
          isStale:
            answerFate({ state: 'open', runFromCycle: run?.runFromCycle ?? 1 }, origin.cycle) === 'stale',
          begunAgainAt: run?.begunAgainAt ?? null,
          answeredAt: run?.answers.find(({ personId }) => personId === origin.recipientId)?.at ?? null,
          report: reports.find(({ escalationId }) => escalationId === id) ?? null,
        },
      ];
    });
    requireFound(found[0], 'message');
    return found;
  });
}

/** What belongs to the cards, each asked once: clocks of the clients, open promises of the calls, runs. */
async function loadAround(tx: ReadTx, cards: readonly EscalationCard[]) {
  const clientIds = [...new Set(cards.flatMap(({ clientId }) => clientId ?? []))];
  const callIds = [...new Set(cards.flatMap(({ callId }) => callId ?? []))];
  const ids = cards.map(({ id }) => id);
  return Promise.all([
    clientIds.length === 0
      ? []
      : tx.db
          .select({ clientId: clients.clientId, timeZone: clients.timeZone })
          .from(clients)
          .where(within(tx, clients, inArray(clients.clientId, clientIds))),
    callIds.length === 0
      ? []
      : tx.db
          .select({ callId: promises.callId, what: promises.what, dueAt: promises.dueAt })
          .from(promises)
          .where(
            within(
              tx,
              promises,
              inArray(promises.callId, callIds),
              eq(promises.state, 'open'),
              eq(promises.reason, 'call'),
            ),
          )
          .orderBy(asc(promises.dueAt), asc(promises.id))
          .limit(1_000),
    loadRuns(tx, ids),
    loadNewestReports(tx, ids),
  ]);
}
