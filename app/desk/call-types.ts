import type { CallCard } from '@/domain/calls/model';
import type { CallType } from '@/domain/playbooks/model';
import type { DeskState } from './desk-state';

/** What a call can be about: the client's own types and those of all clients, by name; an archived one only where it is chosen. */
export function callTypesFor(
  state: DeskState,
  { clientId }: Pick<CallCard, 'clientId'>,
  chosenId: string | null,
): CallType[] {
  return Object.values(state.callTypes)
    .filter((one) => one.clientId === null || one.clientId === clientId)
    .filter((one) => one.archivedAt === null || one.id === chosenId)
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
}
