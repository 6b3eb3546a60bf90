import { engineActor } from '@/db/gate';
import { remindAuthor } from '@/domain/notifications/remind-author';
import type { Turn } from './connection';

/** The announced update of a briefing. Queued twice, or published meanwhile: there is nothing to remind of. */
export async function remind({ organizationId, id }: Turn): Promise<void> {
  await remindAuthor(engineActor(organizationId), id);
}
