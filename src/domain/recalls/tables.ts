import { boolean, foreignKey, index, pgTable, primaryKey, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { statementWithdrawals } from '../briefings/tables';

/** Correcting a statement with everyone who was told the old one. Who that is, the told records say at any time. */
export const recalls = pgTable(
  'recalls',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    withdrawalId: uuid().notNull(),
    statementId: uuid().notNull(),
    callBack: boolean().notNull(),
    /** When everyone shall have been called back. */
    dueAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('recalls_withdrawal').on(t.organizationId, t.withdrawalId),
    index('recalls_briefing').on(t.organizationId, t.briefingId, t.id),
    index('recalls_statement').on(t.organizationId, t.statementId),
    index('recalls_client').on(t.organizationId, t.clientId, t.id),
    foreignKey({
      columns: [t.organizationId, t.withdrawalId],
      foreignColumns: [statementWithdrawals.organizationId, statementWithdrawals.id],
    }),
  ],
);
