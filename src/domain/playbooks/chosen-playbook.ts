import { builtInPlaybooks, defaultPlaybook } from './built-in-playbooks';
import type { Playbook } from './model';

/** What each of the four places names; null or missing: nothing. */
export type PlaybookChoice = {
  briefing?: string | null | undefined;
  callType?: string | null | undefined;
  client?: string | null | undefined;
  organization: string;
};

type Version = Pick<Playbook, 'id' | 'version'>;

/**
 * What is named, in the order in which it counts: by the briefing, the call type, the client, the organization.
 * In small letters: a UUID may be written in capitals.
 */
export function namedPlaybooks({ briefing, callType, client, organization }: PlaybookChoice): string[] {
  return [briefing, callType, client, organization].flatMap((id) => id?.toLowerCase() ?? []);
}

/**
 * Which playbook guides a call: the first that is named and offered. What is archived or unknown gives way to the next
 * place, in the end to the default.
 * @param own those of the service's own that are offered, as far as they are named
 */
export function chosenPlaybook(choice: PlaybookChoice, own: readonly Version[]): Version {
  const offered: readonly Version[] = [...builtInPlaybooks(), ...own];
  for (const name of namedPlaybooks(choice)) {
    const found = offered.find(({ id }) => id === name);
    if (found !== undefined) return { id: found.id, version: found.version };
  }
  const { id, version } = defaultPlaybook();
  return { id, version };
}
