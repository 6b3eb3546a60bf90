// An installation of the release before approvals and languages: what was written then is still said, and still told.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { migrateDatabase } from '../../src/db/migrate';
import { ownerRole, provisionDatabase } from '../../src/db/provision';
import { newId } from '../../src/kernel/ids';
import { signedInAs } from '../support/addresses';

const FIRST_RELEASE = ['0000_foundation', '0001_walls'];

type Journal = { entries: { tag: string; when: number }[] };

test('a briefing of the first release keeps its words, approved by whoever published them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calmline-upgrade-'));
  await chmod(folder, 0o711);
  const password = randomBytes(12).toString('hex');
  const server = await startEmbeddedPostgres({ folder, password, isDurable: false });
  onTestFinished(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  const databaseName = 'upgrade_test';
  await provisionDatabase({
    adminUrl: server.adminUrl,
    databaseName,
    ownerPassword: password,
    appPassword: password,
  });
  const ownerUrl = signedInAs(server.adminUrl, ownerRole, password, databaseName);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  onTestFinished(() => sql.end());

  const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;
  await sql.unsafe(`
    create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  for (const { tag, when } of journal.entries.filter((entry) => FIRST_RELEASE.includes(entry.tag))) {
    await sql.unsafe(readFileSync(`drizzle/${tag}.sql`, 'utf8'));
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${tag}, ${when})`;
  }

  const [organization, client, briefing, version, call] = [newId(), newId(), newId(), newId(), newId()];
  const [statement, answer] = [newId(), newId()];
  const content = {
    headline: 'Payslips show wrong amounts',
    severity: 'high',
    opening: 'I am sorry.',
    facts: [],
    unknowns: [],
    statements: [{ id: statement, text: 'The transfer is correct.' }],
    assurances: [],
    neverSay: [],
    qa: [{ id: answer, question: 'When?', answer: 'On Friday.' }],
    intake: [],
    escalateWhen: [],
    closing: '',
    startsAt: null,
    endsAt: null,
    nextUpdateDueAt: null,
  };
  await sql`insert into organizations (organization_id, name, created_at) values (${organization}, 'Harbor', now())`;
  await sql`
    insert into clients (organization_id, client_id, name, time_zone, account_info, greeting, created_at)
    values (${organization}, ${client}, 'Brightwater', 'UTC', '', '', now())`;
  await sql`
    insert into briefings (organization_id, id, client_id, state, draft, draft_revision, published_revision,
      current_version, created_at, updated_at, updated_by_name)
    values (${organization}, ${briefing}, ${client}, 'published', ${sql.json(content)}, 1, 1, 1, now(), now(), 'Ada')`;
  await sql`
    insert into briefing_versions (organization_id, id, client_id, briefing_id, version, content, published_at,
      published_by_id, published_by_name)
    values (${organization}, ${version}, ${client}, ${briefing}, 1, ${sql.json(content)}, now(), 'ada', 'Ada')`;
  await sql`
    insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase, ring_at)
    values (${organization}, ${call}, ${client}, 'desk', '+4930', '', false, 'overflow', '', now())`;
  await sql`
    insert into told_statements (organization_id, call_id, briefing_version_id, statement_id, client_id, text, at,
      by_id, by_name)
    values (${organization}, ${call}, ${version}, ${statement}, ${client}, 'The transfer is correct.', now(), 'd', 'Dana')`;

  await migrateDatabase(ownerUrl);

  const approvals = await sql`select key, text, kind, by_name from wording_approvals order by key`;
  expect(approvals).toEqual([
    { key: 'opening//en', text: 'I am sorry.', kind: 'approved', by_name: 'Ada' },
    { key: `qa/${answer}/en`, text: 'On Friday.', kind: 'approved', by_name: 'Ada' },
    { key: `statements/${statement}/en`, text: 'The transfer is correct.', kind: 'approved', by_name: 'Ada' },
  ]);
  const expected = {
    ...content,
    language: 'en',
    incidentStatus: 'investigating',
    openingIn: {},
    apologies: ['blameless'],
    playbookId: null,
    statements: [{ ...content.statements[0], validUntil: null, in: {} }],
    qa: [{ ...content.qa[0], validUntil: null, in: {} }],
  };
  expect(await sql`select draft from briefings`).toEqual([{ draft: expected }]);
  expect(await sql`select content from briefing_versions`).toEqual([{ content: expected }]);
  expect(await sql`select briefing_id, language, is_after_withdrawal from told_statements`).toEqual([
    { briefing_id: briefing, language: 'en', is_after_withdrawal: false },
  ]);
  // A call of before is guided by the usual playbook, and found by the search.
  expect(await sql`select playbook_id, playbook_version from calls`).toEqual([
    { playbook_id: 'step_back', playbook_version: 1 },
  ]);
  expect(await sql`select head, log from call_words`).toEqual([{ head: '', log: '' }]);
}, 60_000);
