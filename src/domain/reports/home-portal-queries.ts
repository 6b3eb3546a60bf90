import { sql, type SQL } from 'drizzle-orm';
import { hasRole, type Actor } from '../../kernel/actor';
import {
  homeCount,
  homePart,
  inForce,
  isDueToday,
  newestVersion,
  ownRows,
  promiseColumns,
} from './home-part-queries';

/** What needs somebody of a client: what their role can do about it, and nothing else. */
export function homeOfPortal(actor: Actor): SQL[] {
  return [
    ...forEverybody(actor),
    ...(hasRole(actor, 'responsible_contact', 'client_admin') ? forWhoSettles(actor) : []),
    ...(hasRole(actor, 'author', 'client_admin') ? forWriters(actor) : []),
  ];
}

const escalation = {
  id: sql`e.id`,
  of: 'e' as const,
  urgency: sql`e.urgency`,
  words: sql`e.summary`,
  at: sql`e.started_at`,
};

function forEverybody(actor: Actor): SQL[] {
  const own = (row: string) => ownRows(actor, row);
  const inState = (state: SQL) => sql`${own('e')} and e.state = ${state}`;
  const from = sql`escalations e`;
  return [
    homePart('escalation_unanswered', escalation, from, sql`e.started_at`, inState(sql`'unanswered'`)),
    homePart('escalation_open', escalation, from, sql`e.started_at`, inState(sql`'open'`)),
    homePart(
      'promise',
      promiseColumns,
      sql`promises p`,
      sql`p.due_at`,
      sql`${own('p')} and ${isDueToday} and p.owner = 'client'`,
    ),
    homeCount(
      'messages_held',
      sql`select m.created_at as at from messages m where ${own('m')} and m.state = 'held'`,
    ),
  ];
}

/** Who was asked to report back is asked for that; otherwise that it is not settled. */
function forWhoSettles(actor: Actor): SQL[] {
  const own = (row: string) => ownRows(actor, row);
  const asked = sql`from report_requests r where r.organization_id = e.organization_id and r.escalation_id = e.id
    and r.state in ('open', 'overdue')`;
  return [
    homePart(
      'report_due',
      {
        id: sql`r.id`,
        ref: sql`r.escalation_id`,
        of: 'r',
        urgency: sql`e.urgency`,
        words: sql`e.summary`,
        at: sql`r.due_at`,
      },
      sql`report_requests r
        join escalations e on e.organization_id = r.organization_id and e.id = r.escalation_id`,
      sql`r.due_at`,
      sql`${own('r')} and r.state in ('open', 'overdue') and e.state = 'acknowledged'`,
    ),
    homePart(
      'escalation_unsettled',
      { ...escalation, at: sql`coalesce(e.acknowledged_at, e.started_at)` },
      sql`escalations e`,
      sql`e.acknowledged_at`,
      sql`${own('e')} and e.state = 'acknowledged' and not exists (select ${asked})`,
    ),
  ];
}

function forWriters(actor: Actor): SQL[] {
  const own = (row: string) => ownRows(actor, row);
  const briefing = { id: sql`b.id`, of: 'b' as const, words: sql`b.draft->>'headline'` };
  const mayApprove = sql`(k.approval_rule = 'author'
    or (k.approval_rule = 'second_person' and coalesce(b.submitted_by_id, '') <> ${actor.id}))`;
  const updateAt = sql`(v.content->>'nextUpdateDueAt')::timestamptz`;
  return [
    homePart(
      'briefing_update',
      { id: sql`b.id`, of: 'b', words: sql`v.content->>'headline'`, at: updateAt },
      sql`briefings b ${newestVersion}`,
      updateAt,
      sql`${own('b')} and ${inForce} and v.content->>'nextUpdateDueAt' is not null
        and ${updateAt} <= app_now() + interval '30 minutes'`,
    ),
    homePart(
      'briefing_approval',
      { ...briefing, name: sql`b.submitted_by_name`, at: sql`b.submitted_at` },
      sql`briefings b`,
      sql`b.submitted_at`,
      sql`${own('b')} and b.review = 'submitted' and ${mayApprove}`,
    ),
    homePart(
      'briefing_unapproved',
      { ...briefing, at: sql`b.unapproved_since` },
      sql`briefings b`,
      sql`b.unapproved_since`,
      sql`${own('b')} and b.unapproved_since is not null and b.state = 'published' and b.review <> 'submitted'
        and k.approval_rule = 'author'`,
    ),
    homePart(
      'briefing_sent_back',
      { ...briefing, name: sql`b.reviewed_by_name`, at: sql`b.updated_at` },
      sql`briefings b`,
      sql`b.updated_at`,
      sql`${own('b')} and b.review = 'rejected' and b.state in ('draft', 'published')`,
    ),
    homePart(
      'briefing_reported',
      { ...briefing, name: sql`b.source_name`, at: sql`b.created_at` },
      sql`briefings b`,
      sql`b.created_at`,
      sql`${own('b')} and b.state = 'draft' and b.source_id is not null and b.draft_revision = b.source_revision`,
    ),
    homePart(
      'surge',
      { id: sql`s.id`, of: 's', at: sql`s.detected_at`, count: sql`s.calls` },
      sql`surges s`,
      sql`s.detected_at`,
      sql`${own('s')} and s.state = 'open'`,
    ),
    homePart(
      'questions',
      {
        id: sql`q.briefing_id`,
        of: 'q',
        words: sql`b.draft->>'headline'`,
        at: sql`q.at`,
        count: sql`q.count`,
      },
      sql`(select q.organization_id, q.client_id, q.briefing_id, min(q.asked_at) as at,
          count(distinct q.group_id)::integer as count
        from questions q where ${own('q')} and q.state = 'open' group by 1, 2, 3) q
        join briefings b on b.organization_id = q.organization_id and b.id = q.briefing_id`,
      sql`q.at`,
      sql`true`,
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
      {
        ref: sql`a.client_id`,
        of: 'a',
        name: sql`a.settled_words_proposed->>'byName'`,
        at: sql`(a.settled_words_proposed->>'at')::timestamptz`,
      },
      sql`clients a`,
      sql`a.client_id`,
      sql`${own('a')} and a.settled_words_proposed is not null and (a.approval_rule = 'author'
        or (a.approval_rule = 'second_person' and a.settled_words_proposed->>'byId' <> ${actor.id}))`,
    ),
    homeCount(
      'actions',
      sql`select r.created_at as at from review_actions r where ${own('r')} and r.done_at is null`,
    ),
  ];
}
