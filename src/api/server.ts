import { currentSession } from '../auth/current-session';
import { createCaller } from './root';

/** The API for server components, as the signed-in person. */
export async function serverApi(): Promise<ReturnType<typeof createCaller>> {
  const session = await currentSession();
  return createCaller({ actor: session?.actor ?? null, session });
}
