import type { Sql } from 'postgres';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { mintOrganizationId } from '../../src/kernel/tenant';
import { makeCalls, volumeTables, type CallsWanted } from '../seed/volume';

const CLIENTS = 20;
const OPERATORS = 12;

export type Volume = CallsWanted & {
  calls: number;
  days: number;
  /** Where the clients' clocks hang, in turn. */
  timeZones?: readonly string[];
};

/** An answering service with twenty clients and twelve operators that took so many calls in the days up to now. */
export async function makeAnsweringService(
  ownerSql: Sql,
  { calls, timeZones = ['Europe/Berlin'], ...wanted }: Volume,
): Promise<Actor> {
  const organizationId = mintOrganizationId(newId());
  await ownerSql`
    insert into organizations (organization_id, name, created_at) values (${organizationId}, 'Bench', app_now())`;
  await ownerSql`
    insert into clients (organization_id, client_id, name, time_zone, account_info, greeting, created_at)
    select ${organizationId}, uuidv7(), 'Client ' || n,
      (${[...timeZones]}::text[])[1 + n % ${timeZones.length}::integer], '', 'Good day.', app_now()
    from generate_series(1, ${CLIENTS}::integer) n`;
  await ownerSql`
    insert into dids (organization_id, id, client_id, number, label, answer_phrase, created_at)
    select organization_id, uuidv7(), client_id, '+' || (49301000000 + row_number() over ()), 'Main line', '', app_now()
    from clients`;
  await ownerSql`
    insert into memberships (organization_id, id, email, name, role, created_at)
    select ${organizationId}, uuidv7(), 'operator' || n || '@bench.example', 'Operator ' || n, 'operator', app_now()
    from generate_series(1, ${OPERATORS}::integer) n`;
  await makeCalls(ownerSql, calls, (made) => process.stdout.write(`\r  ${made} calls`), wanted);
  process.stdout.write('\n');
  for (const table of volumeTables) await ownerSql`vacuum analyze ${ownerSql(table)}`;
  return { kind: 'member', id: newId(), name: 'Bench', role: 'admin', organizationId, clientId: null };
}
