import type { Sql } from 'postgres';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import { createBriefingInput } from '../../src/domain/briefings/model';
import type { Actor } from '../../src/kernel/actor';

/** Rows of whatever follows from the calls that are there: each list has as many as there are calls. */
export async function fillLists(ownerSql: Sql, actor: Actor): Promise<{ briefingId: string }> {
  await ownerSql`
    insert into review_actions (organization_id, id, client_id, escalation_id, kind, words, created_at, created_by_name)
    select organization_id, uuidv7(started_at - now()), client_id, id, 'contact_data', 'Mend the number.', started_at, 'Dana Okafor'
    from escalations`;
  await ownerSql`
    insert into report_requests (organization_id, id, client_id, escalation_id, run_from_cycle, person_name, state, asked_at,
      due_at, reported_at, reported_by_name, words)
    select organization_id, uuidv7(started_at - now()), client_id, id, 1, 'Tom Becker', 'reported', started_at,
      started_at + interval '1 hour', started_at + interval '30 minutes', 'Tom Becker', 'Settled.'
    from escalations`;
  await ownerSql`
    insert into caller_updates (organization_id, id, client_id, call_id, channel, address, consent, consented_at,
      recorded_by_id, recorded_by_name, state, told_at)
    select organization_id, uuidv7(answered_at - now()), client_id, id, 'sms', ani, 'Yes, by text.', answered_at, 'bench',
      'Bench', 'told', ended_at
    from calls where answered_at is not null`;
  await ownerSql`
    insert into call_samples (organization_id, call_id, client_id, operator_id, state, drawn_at, drawn_by_name)
    select organization_id, id, client_id, answered_by_id, 'open', closed_at, 'Bench'
    from calls where answered_at is not null`;
  await ownerSql`
    insert into call_scores (organization_id, id, client_id, call_id, operator_id, operator_name, lines, percent, words,
      scored_by_id, scored_by_name, scored_at)
    select organization_id, uuidv7(closed_at - now()), client_id, id, answered_by_id, answered_by_name, '[]', 80, '',
      'bench', 'Bench', closed_at
    from calls where answered_at is not null`;
  const briefingId = await fillBriefing(ownerSql, actor);
  for (const table of [
    ...[
      'calls',
      'told_statements',
      'review_actions',
      'report_requests',
      'caller_updates',
      'call_samples',
      'call_scores',
    ],
  ]) {
    await ownerSql`vacuum analyze ${ownerSql(table)}`;
  }
  return { briefingId };
}

/** An incident of which every caller was told: its list of calls, and that of what was told, are as long as can be. */
async function fillBriefing(ownerSql: Sql, actor: Actor): Promise<string> {
  const [client] = await ownerSql<
    { id: string }[]
  >`select client_id as id from clients order by name limit 1`;
  const content = {
    clientId: client?.id ?? '',
    headline: 'Payslips show wrong amounts',
    severity: 'critical',
    opening: 'I know about the payslips, and I am sorry.',
    statements: ['The transfer is correct.'],
    publish: true,
  };
  const briefing = await createBriefing(actor, createBriefingInput.parse(content));
  await ownerSql`
    update calls set briefing_id = v.briefing_id, briefing_version_id = v.id
    from briefing_versions v where v.briefing_id = ${briefing.id}`;
  await ownerSql`
    insert into told_statements (organization_id, call_id, briefing_version_id, statement_id, client_id, briefing_id, text,
      at, by_id, by_name)
    select c.organization_id, c.id, v.id, (v.content->'statements'->0->>'id')::uuid, v.client_id, v.briefing_id,
      'The transfer is correct.', c.answered_at, 'bench', 'Bench'
    from calls c join briefing_versions v on v.id = c.briefing_version_id where c.answered_at is not null`;
  return briefing.id;
}
