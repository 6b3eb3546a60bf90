import type { KeyAction } from './keymap';

type Act = () => void;

/**
 * What the screens of the desk can do right now. Keys and the palette run the same entry; where two screens offer one
 * action, the one that came last does it. `knownWords` is what the open call's screen would tell the responsible
 * contact, with what has been typed so far.
 */
export type DeskActions = {
  offer: (action: KeyAction, act: Act) => () => void;
  run: (action: KeyAction) => boolean;
  offered: () => ReadonlySet<KeyAction>;
  subscribe: (listener: () => void) => () => void;
  /** While somebody chooses new keys, keys do nothing. @returns what ends it */
  pause: () => () => void;
  isPaused: () => boolean;
  /** Said by a polite live region. */
  announce: (words: string) => void;
  announced: () => string;
  offerKnownWords: (callId: string, compose: () => string) => () => void;
  knownWords: (callId: string) => string | null;
};

export function createDeskActions(): DeskActions {
  const acts = new Map<KeyAction, Act[]>();
  const words = new Map<string, () => string>();
  const listeners = new Set<() => void>();
  let offered: ReadonlySet<KeyAction> = new Set();
  let announced = '';
  let pauses = 0;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const changed = () => {
    offered = new Set([...acts].flatMap(([action, all]) => (all.length > 0 ? [action] : [])));
    tell();
  };
  return {
    offer: (action, act) => {
      acts.set(action, [...(acts.get(action) ?? []), act]);
      changed();
      return () => {
        acts.set(
          action,
          (acts.get(action) ?? []).filter((one) => one !== act),
        );
        changed();
      };
    },
    run: (action) => {
      const act = acts.get(action)?.at(-1);
      act?.();
      return act !== undefined;
    },
    offered: () => offered,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pause: () => {
      pauses += 1;
      return () => {
        pauses -= 1;
      };
    },
    isPaused: () => pauses > 0,
    announce: (next) => {
      announced = next;
      tell();
    },
    announced: () => announced,
    offerKnownWords: (callId, compose) => {
      words.set(callId, compose);
      return () => {
        if (words.get(callId) === compose) words.delete(callId);
      };
    },
    knownWords: (callId) => words.get(callId)?.() ?? null,
  };
}
