import type { Language, LiveBriefing, Withdrawal } from '@/domain/briefings/model';
import type { DeskState } from './desk-state';
import type { OutboxEntry } from './outbox';
import { withApprovedCorrection } from './spoken-briefing';

/** A sentence that this caller was told and that was taken back, before or after. */
export type ToldInVain = {
  statementId: string;
  text: string;
  at: Date;
  /** `correction`: what to say instead, where there are approved words. */
  withdrawal: Withdrawal;
};

type Telling = { statementId: string; briefingVersionId: string; at: Date; text: string };

function tellings(state: DeskState, entries: readonly OutboxEntry[], callId: string): Telling[] {
  const waiting = entries.flatMap((entry) => {
    if (entry.kind !== 'told' || entry.callId !== callId) return [];
    const { statementIds, briefingVersionId, madeAt } = entry;
    const statements = state.versions[briefingVersionId]?.content.statements ?? [];
    return statementIds.map((statementId) => ({
      statementId,
      briefingVersionId,
      at: new Date(madeAt),
      text: statements.find(({ id }) => id === statementId)?.text ?? '',
    }));
  });
  return [...(state.logs[callId]?.told ?? []), ...waiting];
}

/** Whether the words of this telling were taken back by this withdrawal; by time where the version is not held. */
function isTakenBack(state: DeskState, telling: Telling, withdrawal: Withdrawal): boolean {
  if (withdrawal.statementId !== telling.statementId) return false;
  const said = state.versions[telling.briefingVersionId]?.version;
  return said === undefined ? telling.at <= withdrawal.at : said <= withdrawal.version;
}

/**
 * Which of a version's statements this caller was told: accepted by the server or waiting on this computer. Of a
 * corrected statement only the corrected words count.
 */
export function toldIds(
  state: DeskState,
  entries: readonly OutboxEntry[],
  callId: string,
  shown: LiveBriefing,
): Set<string> {
  const earlier = (state.withdrawals[shown.briefingId] ?? []).filter(
    ({ version }) => version < shown.version,
  );
  const counting = tellings(state, entries, callId).filter(
    (telling) => !earlier.some((withdrawal) => isTakenBack(state, telling, withdrawal)),
  );
  return new Set(counting.map(({ statementId }) => statementId));
}

/** What this caller was told and has to hear corrected, the latest first; not what has been said anew since. */
export function toldInVain(
  state: DeskState,
  entries: readonly OutboxEntry[],
  callId: string,
  asked: { language: Language | undefined; now: Date },
): ToldInVain[] {
  const all = tellings(state, entries, callId);
  const found = new Map<string, ToldInVain>();
  for (const [briefingId, withdrawals] of Object.entries(state.withdrawals)) {
    for (const withdrawal of withdrawals) {
      const ofStatement = all.filter(({ statementId }) => statementId === withdrawal.statementId);
      const taken = ofStatement.filter((telling) => isTakenBack(state, telling, withdrawal));
      const latest = taken.at(-1);
      const isSaidAnew = taken.length < ofStatement.length;
      // The newest withdrawal of a statement comes first.
      if (latest === undefined || isSaidAnew || found.has(withdrawal.statementId)) continue;
      const { statementId, text, at } = latest;
      const corrected = withApprovedCorrection(state, briefingId, withdrawal, asked);
      found.set(statementId, { statementId, text, at, withdrawal: corrected });
    }
  }
  return [...found.values()].sort((a, b) => b.at.getTime() - a.at.getTime());
}
