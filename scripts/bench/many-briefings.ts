import type { Sql } from 'postgres';
import { briefingContentInput } from '../../src/domain/briefings/model';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { newId } from '../../src/kernel/ids';

const VERSIONS_A_CLIENT = 10;

/** As long as an author in earnest makes it. */
const content = identifiedContent(
  briefingContentInput.parse({
    headline: 'Payslips show wrong amounts',
    opening: 'I know about the payslips, and I am sorry.',
    facts: Array.from(
      { length: 8 },
      (_, n) => `Fact number ${n} of the incident, with its source and its time.`,
    ),
    statements: Array.from(
      { length: 12 },
      (_, n) => `Approved sentence number ${n}, as long as a real one is.`,
    ),
    neverSay: ['data breach', 'compensation'],
  }),
  newId,
);

/**
 * An answering service with so many clients, a DID each, one to three briefings each, and ten versions among those: of
 * every severity, one in ten over already and one in twenty not begun.
 * @returns the organization's id; DIDs are +49301000000 and the numbers after it
 */
export async function makeBriefings(ownerSql: Sql, clients: number): Promise<string> {
  const organizationId = newId();
  await ownerSql`
    insert into organizations (organization_id, name, created_at) values (${organizationId}, 'Bench', app_now())`;
  await ownerSql`
    create temporary table made as
    select n, uuidv7() as client_id, 1 + n % 3 as briefings, array[uuidv7(), uuidv7(), uuidv7()] as ids
    from generate_series(0, ${clients - 1}::integer) n`;
  await ownerSql`
    insert into clients (organization_id, client_id, name, time_zone, account_info, greeting, created_at)
    select ${organizationId}, client_id, 'Client ' || n, 'Europe/Berlin', repeat('Standing info. ', 40), 'Good day.', app_now()
    from made`;
  await ownerSql`
    insert into dids (organization_id, id, client_id, number, label, answer_phrase, created_at)
    select ${organizationId}, uuidv7(), client_id, '+' || (49301000000 + n), 'Main line', '', app_now() from made`;
  await ownerSql`
    insert into briefings (organization_id, id, client_id, state, draft, draft_revision, published_revision,
                           current_version, published_at, created_at, updated_at, updated_by_name)
    select ${organizationId}, ids[b], client_id, 'published', ${ownerSql.json(content)}, 1, 1,
           (${VERSIONS_A_CLIENT} - b) / briefings + 1, app_now(), app_now(), app_now(), 'Bench'
    from made, generate_series(1, briefings) b`;
  // The closing is noise, so that contents are kept outside of their rows, as real ones of this length are.
  await ownerSql`
    insert into briefing_versions (organization_id, id, client_id, briefing_id, version, content, starts_at, ends_at,
                                   published_at, published_by_id, published_by_name)
    select ${organizationId}, uuidv7(), client_id, ids[1 + v % briefings], v / briefings + 1,
           ${ownerSql.json(content)} || jsonb_build_object(
             'severity', (array['critical', 'high', 'medium', 'low'])[1 + (n * 7 + v * 3) % 4],
             'closing', (select string_agg(md5(n || '/' || v || '/' || line), ' ') from generate_series(1, 40) line)),
           case when (n + v) % 20 = 0 then app_now() + interval '1 day' end,
           case when (n + v) % 10 = 3 then app_now() - interval '1 hour' end,
           app_now() - make_interval(hours => ${VERSIONS_A_CLIENT + 1} - v), 'bench', 'Bench'
    from made, generate_series(0, ${VERSIONS_A_CLIENT - 1}) v`;
  for (const table of ['clients', 'dids', 'briefings', 'briefing_versions']) {
    await ownerSql`vacuum analyze ${ownerSql(table)}`;
  }
  return organizationId;
}
