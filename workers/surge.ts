import { engineActor } from '@/db/gate';
import { closeSurge } from '@/domain/surges/close-surge';
import { openSurge } from '@/domain/surges/open-surge';
import type { Turn } from './connection';

/** A client (`id`) whose calls may say the same. Looked at twice: the second time there is nothing new. */
export async function surge({ organizationId, id }: Turn): Promise<void> {
  const engine = engineActor(organizationId);
  await closeSurge(engine, id);
  await openSurge(engine, id);
}
