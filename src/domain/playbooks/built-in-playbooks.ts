import { elevenSteps } from './built-in-eleven-steps';
import { notesFirst } from './built-in-notes-first';
import { ownIt } from './built-in-own-it';
import { receptive } from './built-in-receptive';
import { stepBack } from './built-in-step-back';
import { builtInIds, type BuiltInId, type Playbook } from './model';

/**
 * Every version that was ever offered, the newest first. One that is reworded goes in front of the old one, with the next
 * number: calls keep the version that guided them.
 */
export function builtInVersions(): Record<BuiltInId, readonly [Playbook, ...Playbook[]]> {
  return {
    notes_first: [notesFirst()],
    own_it: [ownIt()],
    receptive: [receptive()],
    eleven_steps: [elevenSteps()],
    step_back: [stepBack()],
  };
}

/** The five that are offered, the default last. */
export function builtInPlaybooks(): readonly Playbook[] {
  const versions = builtInVersions();
  return builtInIds.map((id) => versions[id][0]);
}

/** What guides a call where nothing that is named is offered. */
export function defaultPlaybook(): Playbook {
  return builtInVersions().step_back[0];
}

/** The built-in of this name in this version, without `version` in the one that is offered; if there is one. */
export function builtInPlaybook(id: string, version?: number): Playbook | undefined {
  return Object.values(builtInVersions())
    .flat()
    .find((one) => one.id === id && (version === undefined || one.version === version));
}
