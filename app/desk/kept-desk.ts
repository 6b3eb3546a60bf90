import type { CallCard } from '@/domain/calls/model';
import type { DeskState } from './desk-state';

/** Raised when the shape of what is kept changes: what an earlier release kept is then of no use. */
export const SHAPE = 2;

type Slices = Pick<
  DeskState,
  | 'versions'
  | 'published'
  | 'withdrawals'
  | 'endings'
  | 'readings'
  | 'calls'
  | 'views'
  | 'escalations'
  | 'overflow'
  | 'callbacks'
  | 'logs'
  | 'playbooks'
  | 'callTypes'
  | 'promises'
  | 'knownClients'
  | 'ownClients'
  | 'preferences'
>;

/** What a desk needs to go on after a reload without the server. `asOf`: until when it was known to be true. */
export type KeptDesk = { shape: number; asOf: Date; slices: Slices };

const isInHand = (state: DeskState, call: CallCard) =>
  (call.answeredById === state.me || state.views[call.id] !== undefined) &&
  (call.state === 'live' || call.state === 'wrap_up');

function only<Item>(items: Readonly<Record<string, Item>>, ids: ReadonlySet<string>): Record<string, Item> {
  return Object.fromEntries(Object.entries(items).filter(([id]) => ids.has(id)));
}

/** Briefings that are in force or will be, and the calls in this operator's hands with all that belongs to them. */
export function keptDesk(state: DeskState, asOf: Date): KeptDesk {
  const inHand = Object.values(state.calls).filter((call) => isInHand(state, call));
  const calls = new Set(inHand.map(({ id }) => id));
  const versions = new Set([
    ...Object.values(state.published).flat(),
    ...inHand.flatMap(({ id, briefingVersionId }) => [
      briefingVersionId ?? '',
      state.views[id]?.versionId ?? '',
    ]),
  ]);
  const { published, withdrawals, endings, readings, overflow, callbacks, playbooks, callTypes, promises } =
    state;
  const { escalations, knownClients, ownClients, preferences } = state;
  return {
    shape: SHAPE,
    asOf,
    slices: {
      ...{ published, withdrawals, endings, readings, overflow, callbacks, playbooks, callTypes, promises },
      ...{ escalations, knownClients, ownClients, preferences },
      versions: only(state.versions, versions),
      calls: only(state.calls, calls),
      views: only(state.views, calls),
      logs: only(state.logs, calls),
    },
  };
}

/** The state of a page that came out of this browser's keeping, with what was kept since. Nothing rings without a line. */
export function restoredDesk(state: DeskState, { slices }: KeptDesk): DeskState {
  return { ...state, ...slices, versions: { ...state.versions, ...slices.versions } };
}
