'use client';

import { KeyHint } from '@/ui/key-hint';
import { useDesk } from './desk-context';
import { keyNames } from './key-names';
import { keysOf, tellActions, type KeyAction } from './keymap';
import { useIsMac } from './use-is-mac';

/** Keys in the notation of the keymap, as they stand on this computer's keyboard. */
export function Keys({ keys }: { keys: string }) {
  return <KeyHint keys={keyNames(keys, useIsMac())} />;
}

/** The keys of an action as this person has set them; nothing where they are switched off. */
export function KeyFor({ action }: { action: KeyAction }) {
  const { state } = useDesk();
  const keys = keysOf(action, state.preferences.keys);
  return keys === null ? null : <Keys keys={keys} />;
}

/** The keys that mark the statement of this number as told; the tenth and those after it have none. */
export function TellKeys({ number }: { number: number }) {
  const action = tellActions[number - 1];
  return action ? <KeyFor action={action} /> : null;
}
