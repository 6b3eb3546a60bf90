import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor';
import {
  homeCount,
  homePart,
  inForce,
  isDueToday,
  newestVersion,
  ownRows,
  promiseColumns,
} from './home-part-queries';

/** What needs an operator between two calls. */
export function homeOfDesk(actor: Actor): SQL[] {
  const me = sql`${actor.id}::uuid`;
  const own = (row: string) => ownRows(actor, row);
  /** Of the clients this operator takes calls for: without an assignment of all. */
  const isServed = (row: string) => sql`(
    not exists (select from assignments g where g.organization_id = ${actor.organizationId} and g.membership_id = ${me})
    or exists (select from assignments g where g.organization_id = ${actor.organizationId} and g.membership_id = ${me}
      and g.client_id = ${sql.raw(row)}.client_id))`;
  const isClaimed = sql`p.claimed_by_id = ${actor.id}`;
  const isMine = sql`case when p.assigned_to_id is not null then p.assigned_to_id = ${me}
    else p.owner_id = ${me} or (p.owner = 'service' and ${isServed('p')}) end`;
  return [
    homePart(
      'call_offered',
      {
        id: sql`c.id`,
        of: 'c',
        urgency: sql`c.urgency`,
        name: sql`c.answered_by_name`,
        at: sql`c.handover_at`,
      },
      sql`calls c`,
      sql`c.handover_at`,
      // Only what is still in somebody's hands can be handed over.
      sql`${own('c')} and c.state in ('live', 'wrap_up') and c.handover_to_id = ${me}`,
    ),
    homePart(
      'call_open',
      { id: sql`c.id`, of: 'c', urgency: sql`c.urgency`, name: sql`c.caller_name`, at: sql`c.ended_at` },
      sql`calls c`,
      sql`c.ended_at`,
      sql`${own('c')} and c.state = 'wrap_up' and c.answered_by_id = ${me}`,
    ),
    homePart(
      'escalation_unanswered',
      {
        id: sql`e.id`,
        ref: sql`e.call_id`,
        of: 'e',
        urgency: sql`e.urgency`,
        words: sql`e.summary`,
        at: sql`e.started_at`,
      },
      sql`escalations e`,
      sql`e.started_at`,
      sql`${own('e')} and e.state = 'unanswered' and e.started_by_id = ${actor.id}`,
    ),
    homePart(
      'callback_claimed',
      { ...promiseColumns, at: sql`p.claimed_at` },
      sql`promises p`,
      sql`p.claimed_at`,
      sql`${own('p')} and p.state = 'open' and ${isClaimed}`,
    ),
    homePart(
      'promise',
      promiseColumns,
      sql`promises p`,
      sql`p.due_at`,
      sql`${own('p')} and ${isDueToday} and p.owner <> 'client' and ${isMine} and p.claimed_by_id is null
        and coalesce(p.next_try_at, '-infinity') <= app_now()`,
    ),
    homePart(
      'briefing_to_read',
      {
        id: sql`b.id`,
        of: 'b',
        urgency: sql`case v.content->>'severity' when 'critical' then 'emergency' when 'high' then 'urgent' end`,
        words: sql`v.content->>'headline'`,
        at: sql`v.published_at`,
      },
      sql`briefings b ${newestVersion}`,
      sql`v.published_at`,
      sql`${own('b')} and ${inForce} and ${isServed('b')} and not exists (
        select from briefing_readings g where g.organization_id = b.organization_id and g.membership_id = ${me}
          and g.briefing_id = b.id and g.version >= b.current_version)`,
    ),
    homeCount(
      'coaching_notes',
      sql`select r.at from escalation_reviews r
        where ${own('r')} and r.operator_id = ${me} and r.coaching_note <> '' and r.seen_at is null`,
    ),
    homeCount(
      'scores',
      sql`select r.scored_at as at from call_scores r
        where ${own('r')} and r.operator_id = ${me} and r.seen_at is null`,
    ),
  ];
}
