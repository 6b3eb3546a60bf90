import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { clientColumn, idColumn, instant, organizationColumn } from '../../db/columns';
import type { Verdict } from '../escalations/model';
import { escalations } from '../escalations/tables';
import { memberships } from '../tenancy/tables';
import type { ActionKind, ViewScope, ViewScreen } from './model';

/** What an account manager thought of an escalation; append-only: the newest counts. */
export const escalationReviews = pgTable(
  'escalation_reviews',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: clientColumn(),
    escalationId: uuid().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    /** For the operator; '': none. */
    coachingNote: text().notNull().default(''),
    /** Who is coached: the membership that started the escalation. */
    operatorId: uuid(),
    reviewedById: text().notNull(),
    reviewedByName: text().notNull(),
    at: instant().notNull(),
    /** Reviews that were given in one go share it. */
    bulkId: uuid(),
    seenAt: instant(),
    /** What the operator says to the note; '': nothing yet. */
    answer: text().notNull().default(''),
    answeredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('escalation_reviews_escalation').on(t.organizationId, t.escalationId, t.id),
    index('escalation_reviews_operator')
      .on(t.organizationId, t.operatorId, t.id)
      .where(sql`coaching_note <> ''`),
    foreignKey({
      columns: [t.organizationId, t.escalationId],
      foreignColumns: [escalations.organizationId, escalations.id],
    }),
  ],
);

/** Something that the client or the service has to mend, found in a review. */
export const reviewActions = pgTable(
  'review_actions',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    clientId: uuid().notNull(),
    escalationId: uuid(),
    kind: text().$type<ActionKind>().notNull(),
    words: text().notNull(),
    createdAt: instant().notNull(),
    createdByName: text().notNull(),
    doneAt: instant(),
    doneByName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('review_actions_open')
      .on(t.organizationId, t.clientId, t.id)
      .where(sql`done_at is null`),
    index('review_actions_list')
      .on(t.organizationId, t.id)
      .where(sql`done_at is null`),
    index('review_actions_escalation').on(t.organizationId, t.escalationId, t.id),
  ],
);

/** A list's filters under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    organizationId: organizationColumn(),
    id: idColumn(),
    membershipId: uuid().notNull(),
    scope: text().$type<ViewScope>().notNull(),
    screen: text().$type<ViewScreen>().notNull(),
    name: text().notNull(),
    /** As it stands in the address, without the question mark. */
    query: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('saved_views_screen').on(t.organizationId, t.screen, t.name, t.id),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }),
  ],
);
