import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import { calls } from '../calls/tables';
import type { Criterion, SampleState, ScoreLine } from './model';

/** The form by which calls are scored; a changed one is a new version. */
export const scorecards = pgTable(
  'scorecards',
  {
    organizationId: organizationColumn(),
    version: integer().notNull(),
    criteria: jsonb().$type<Criterion[]>().notNull(),
    createdAt: instant().notNull(),
    createdByName: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.version] })],
);

/** A call that was drawn to be scored. */
export const callSamples = pgTable(
  'call_samples',
  {
    organizationId: organizationColumn(),
    callId: uuid().notNull(),
    clientId: clientColumn(),
    operatorId: uuid().notNull(),
    state: text().$type<SampleState>().notNull(),
    drawnAt: instant().notNull(),
    drawnByName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.callId] }),
    index('call_samples_state').on(t.organizationId, t.state, t.drawnAt, t.callId),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);

/** One call, scored by the form of then; the operator sees it and may answer. */
export const callScores = pgTable(
  'call_scores',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    callId: uuid().notNull(),
    operatorId: uuid().notNull(),
    operatorName: text().notNull(),
    /** The criteria as they were, with the mark of each. */
    lines: jsonb().$type<ScoreLine[]>().notNull(),
    /** 0 to 100, of what applied; null: nothing did. */
    percent: integer(),
    words: text().notNull(),
    scoredById: text().notNull(),
    scoredByName: text().notNull(),
    scoredAt: instant().notNull(),
    seenAt: instant(),
    answer: text().notNull().default(''),
    answeredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('call_scores_call').on(t.organizationId, t.callId),
    index('call_scores_operator').on(t.organizationId, t.operatorId, t.id),
    index('call_scores_list').on(t.organizationId, t.scoredAt, t.id),
    foreignKey({ columns: [t.organizationId, t.callId], foreignColumns: [calls.organizationId, calls.id] }),
  ],
);
