import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';

/** Append-only: the application's role may not update or delete. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    at: instant().notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    /** `<feature noun>.<past participle>`, for example escalation.acknowledged */
    action: text().notNull(),
    subjectId: uuid(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('audit_entries_subject').on(t.organizationId, t.subjectId, t.id),
  ],
);
