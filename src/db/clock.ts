import { requireRow } from '../kernel/errors';
import { database } from './client';

/** The database's clock, where no tenant is known yet. (As a number: drizzle leaves the driver's instants as text.) */
export async function readClock(): Promise<Date> {
  const [row] = await database().sql<{ milliseconds: number }[]>`
    select (extract(epoch from app_now()) * 1000)::double precision as milliseconds`;
  return new Date(requireRow(row).milliseconds);
}
