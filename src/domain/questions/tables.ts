import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { idColumn, instant, organizationColumn } from '../../db/columns';
import { briefings } from '../briefings/tables';
import { notes } from '../calls/tables';
import type { QuestionState } from './model';

/** What a caller asked and the briefing did not answer. Similar ones of a briefing share a group. */
export const questions = pgTable(
  'questions',
  {
    organizationId: organizationColumn(),
    /** The note's id: one question a note. */
    id: idColumn(),
    clientId: uuid().notNull(),
    briefingId: uuid().notNull(),
    callId: uuid().notNull(),
    /** Of a group's first question, as a rule; one that was moved apart begins a group with an id of its own. */
    groupId: uuid().notNull(),
    text: text().notNull(),
    state: text().$type<QuestionState>().notNull(),
    askedAt: instant().notNull(),
    askedByName: text().notNull(),
    /** The answer's item in the briefing. */
    answerItemId: uuid(),
    endedAt: instant(),
    endedByName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('questions_briefing').on(t.organizationId, t.briefingId, t.state, t.groupId),
    index('questions_group').on(t.organizationId, t.groupId),
    uniqueIndex('questions_once').on(t.organizationId, t.callId, t.id),
    foreignKey({ columns: [t.organizationId, t.id], foreignColumns: [notes.organizationId, notes.id] }),
    foreignKey({
      columns: [t.organizationId, t.briefingId],
      foreignColumns: [briefings.organizationId, briefings.id],
    }),
  ],
);
