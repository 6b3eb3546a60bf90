import { elevenSteps } from './built-in-eleven-steps';
import { notesFirst } from './built-in-notes-first';
import { ownIt } from './built-in-own-it';
import { receptive } from './built-in-receptive';
import { stepBack } from './built-in-step-back';
import type { Playbook } from './model';

/** The five, the default last. */
export function builtInPlaybooks(): readonly Playbook[] {
  return [notesFirst(), ownIt(), receptive(), elevenSteps(), stepBack()];
}

/** The built-in of this name, if there is one. */
export function builtInPlaybook(id: string): Playbook | undefined {
  return builtInPlaybooks().find((playbook) => playbook.id === id);
}
