import { requireRow } from '../kernel/errors';
import { database } from './client';

/** The database's clock, where no tenant is known yet. */
export async function readClock(): Promise<Date> {
  const [row] = await database().sql<{ now: Date }[]>`select app_now() as now`;
  return requireRow(row).now;
}
