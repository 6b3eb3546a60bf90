import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor';
import { homeCount, homePart, ownRows, promiseColumns } from './home-part-queries';

/** What needs an account manager or an admin. */
export function homeOfManage(actor: Actor): SQL[] {
  const own = (row: string) => ownRows(actor, row);
  const escalation = {
    id: sql`e.id`,
    of: 'e' as const,
    urgency: sql`e.urgency`,
    words: sql`e.summary`,
    at: sql`e.started_at`,
  };
  const briefing = { id: sql`b.id`, of: 'b' as const, words: sql`b.draft->>'headline'` };
  return [
    homePart(
      'escalation_unanswered',
      escalation,
      sql`escalations e`,
      sql`e.started_at`,
      sql`${own('e')} and e.state = 'unanswered'`,
    ),
    homePart(
      'escalation_late',
      escalation,
      sql`escalations e`,
      sql`e.started_at`,
      sql`${own('e')} and e.state = 'open' and e.started_at <= app_now() - make_interval(secs => coalesce(
        (k.escalation_targets->e.urgency->>'acknowledgeSeconds')::integer, 900))`,
    ),
    homePart(
      'report_overdue',
      {
        id: sql`r.id`,
        ref: sql`r.escalation_id`,
        of: 'r',
        urgency: sql`e.urgency`,
        words: sql`e.summary`,
        name: sql`r.person_name`,
        at: sql`r.due_at`,
      },
      sql`report_requests r
        join escalations e on e.organization_id = r.organization_id and e.id = r.escalation_id`,
      sql`r.due_at`,
      sql`${own('r')} and r.state = 'overdue'`,
    ),
    homePart(
      'promise',
      promiseColumns,
      sql`promises p`,
      sql`p.due_at`,
      sql`${own('p')} and p.state = 'open' and p.due_at <= app_now() + interval '30 minutes'`,
    ),
    homeCount(
      'set_aside',
      sql`select d.set_aside_at as at from deliveries d where ${own('d')} and d.set_aside_at is not null
        union all
        select e.set_aside_at from escalations e where ${own('e')} and e.set_aside_at is not null`,
    ),
    homePart(
      'surge',
      { id: sql`s.id`, of: 's', at: sql`s.detected_at`, count: sql`s.calls` },
      sql`surges s`,
      sql`s.detected_at`,
      sql`${own('s')} and s.state = 'open'`,
    ),
    homePart(
      'briefing_approval',
      { ...briefing, name: sql`b.submitted_by_name`, at: sql`b.submitted_at` },
      sql`briefings b`,
      sql`b.submitted_at`,
      sql`${own('b')} and b.review = 'submitted' and not (k.approval_rule = 'second_person' and b.submitted_by_id = ${actor.id})`,
    ),
    homePart(
      'briefing_unapproved',
      { ...briefing, at: sql`b.unapproved_since` },
      sql`briefings b`,
      sql`b.unapproved_since`,
      sql`${own('b')} and b.unapproved_since is not null and b.state = 'published' and b.review <> 'submitted'`,
    ),
    homeCount(
      'messages_to_review',
      sql`select m.created_at as at from messages m
        where ${own('m')} and m.state = 'in_review' and m.created_by_id <> ${actor.id}`,
    ),
    homePart(
      'words_missing',
      { ref: sql`u.client_id`, of: 'u', at: sql`u.at`, count: sql`u.count` },
      sql`(select u.organization_id, u.client_id, min(u.consented_at) as at, count(*)::integer as count
        from caller_updates u where ${own('u')} and u.state = 'needs_words' group by 1, 2) u`,
      sql`u.at`,
      sql`true`,
    ),
    homePart(
      'words_proposed',
      { ref: sql`a.client_id`, of: 'a', name: sql`a.settled_words_proposed->>'byName'`, at: proposedAt },
      sql`clients a`,
      proposedAt,
      sql`${own('a')} and a.settled_words_proposed is not null
        and not (a.approval_rule = 'second_person' and a.settled_words_proposed->>'byId' = ${actor.id})`,
    ),
    homeCount(
      'escalations_to_review',
      sql`select e.review_wanted_at as at from escalations e
        where ${own('e')} and e.review_state = 'wanted' and e.state <> 'unanswered'`,
    ),
    homeCount(
      'calls_to_score',
      sql`select s.drawn_at as at from call_samples s where ${own('s')} and s.state = 'open'`,
    ),
  ];
}

const proposedAt = sql`(a.settled_words_proposed->>'at')::timestamptz`;
