import { sql, type SQL } from 'drizzle-orm';

/**
 * Rows of ours as a table in a statement: one parameter however many there are, so that the statement is prepared once.
 * The limit tells the planner that they are few. It would take them for a hundred, and, rather than look up so many, read
 * all rows of the tenant: of a table whose statistics are of a quiet hour, it believes that there is nothing to read.
 * @param columns names and types, such as `id uuid, "nextAttemptAt" timestamptz`
 */
export function givenRows(rows: readonly object[], columns: string): SQL {
  return sql`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${sql.raw(columns)})
    limit ${rows.length})`;
}
