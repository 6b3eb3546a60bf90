import { engineActor } from '../../src/db/gate';
import { claimPack } from '../../src/domain/reports/claim-pack';
import { finishPack } from '../../src/domain/reports/finish-pack';
import { readPackContent } from '../../src/domain/reports/pack-content-queries';
import { requestPack } from '../../src/domain/reports/request-pack';
import type { Tenant } from './world';

/** The hand-back of an incident, as the worker makes it, but for its print. @returns its id */
export async function madePack({ actors, organizationId }: Tenant, briefingId: string): Promise<string> {
  const { id } = await requestPack(actors.author, { briefingId });
  const engine = engineActor(organizationId);
  const claimed = await claimPack(engine, id);
  if (claimed === null) throw new Error('Somebody else makes the pack.');
  const content = await readPackContent(engine, briefingId, claimed.asOf);
  await finishPack(engine, claimed, { content, pdf: Buffer.from('%PDF-1.7'), pages: 1 });
  return id;
}
