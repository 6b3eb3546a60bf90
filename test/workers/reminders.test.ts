import { expect } from 'vitest';
import { database } from '@/db/client';
import { readClock } from '@/db/clock';
import { claimDueReminders } from '@/db/engine-gate';
import { engineActor } from '@/db/gate';
import { createBriefing } from '@/domain/briefings/create-briefing';
import {
  createBriefingInput,
  replaceBriefingInput,
  type Briefing,
  type BriefingContentInput,
} from '@/domain/briefings/model';
import { replaceBriefing } from '@/domain/briefings/replace-briefing';
import { resolveBriefing } from '@/domain/briefings/resolve-briefing';
import { remindAuthor } from '@/domain/notifications/remind-author';
import { disableMember } from '@/domain/tenancy/disable-member';
import type { Actor } from '@/kernel/actor';
import { after, HOUR, MINUTE, SECOND } from '@/kernel/duration';
import { drop } from '../support/smtp-sink';
import { test, type Stage } from '../support/stage';
import { briefingContent } from '../support/world';

const addressOf = (stage: Stage, role: string) =>
  stage.accountManager.replace('account_manager@', `${role}@`);

async function publish(
  stage: Stage,
  { dueIn, ...changes }: BriefingContentInput & { dueIn: number },
  actor: Actor = stage.world.actors.author,
): Promise<Briefing> {
  const nextUpdateDueAt = after(await readClock(), dueIn).toISOString();
  const content = briefingContent({ ...changes, nextUpdateDueAt });
  const input = { ...content, clientId: stage.world.client.id, publish: true };
  return createBriefing(actor, createBriefingInput.parse(input));
}

test('the author is reminded ten minutes ahead, and once more when the update is overdue', async ({
  stage,
}) => {
  const author = addressOf(stage, 'author');
  const briefing = await publish(stage, { dueIn: HOUR, headline: 'Payslips <b>show</b> wrong amounts' });
  await stage.startWorker();
  await stage.pass(49 * MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(2 * MINUTE);
  const first = await stage.sink.expectMailTo(author);
  expect(first.subject).toBe('[Calmline] The next update of “Payslips <b>show</b> wrong amounts” is due');
  expect(first.text).toMatch(/is due at \d+ \w+ \d{4} at \d\d:\d\d (GMT\+[12]|CES?T)\./);
  expect(first.text).toContain(`https://calm.example/portal/briefings/${briefing.id}`);
  expect(first.html).toContain('&lt;b&gt;show&lt;/b&gt;');
  expect(first.html).not.toContain('<b>');
  expect(first.link).toBeUndefined();
  await stage.pass(10 * MINUTE);
  const second = await stage.sink.expectMailTo(author);
  expect(second.subject).toBe('[Calmline] The update of “Payslips <b>show</b> wrong amounts” is overdue');
  expect(second.text).toContain('is overdue since');
  await stage.pass(24 * HOUR);
  await stage.settled();
  const rows = await stage.world.ownerSql`
    select action, detail from audit_entries where subject_id = ${briefing.id} and action = 'briefing.reminded'
    order by at`;
  expect(rows.map(({ detail }) => detail as unknown)).toEqual([
    { version: 1, isOverdue: false },
    { version: 1, isOverdue: true },
  ]);
});

test('a briefing that is over reminds nobody', async ({ stage }) => {
  const { id } = await publish(stage, { dueIn: HOUR });
  const endsAt = after(await readClock(), 30 * MINUTE).toISOString();
  await publish(stage, { dueIn: HOUR, endsAt });
  await stage.startWorker();
  await resolveBriefing(stage.world.actors.author, id);
  await stage.pass(2 * HOUR);
  await stage.settled();
});

test('a new version begins anew, with its own time', async ({ stage }) => {
  const author = addressOf(stage, 'author');
  const briefing = await publish(stage, { dueIn: HOUR });
  await stage.startWorker();
  await stage.pass(51 * MINUTE);
  await stage.sink.expectMailTo(author);
  const nextUpdateDueAt = after(await readClock(), 2 * HOUR).toISOString();
  const next = { ...briefingContent({ nextUpdateDueAt }), briefingId: briefing.id, version: 1 };
  await replaceBriefing(stage.world.actors.author, replaceBriefingInput.parse(next));
  await stage.pass(109 * MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(2 * MINUTE);
  await stage.sink.expectMailTo(author);
  await stage.settled();
});

test('a worker that was away for both moments reminds once: it is overdue', async ({ stage }) => {
  await publish(stage, { dueIn: HOUR });
  await stage.world.moveClock(3 * HOUR);
  await stage.startWorker();
  const mail = await stage.sink.expectMailTo(addressOf(stage, 'author'));
  expect(mail.subject).toContain('overdue');
  await stage.settled();
});

test('a turn that is lost with its queue comes again: the row is the truth', async ({ stage }) => {
  await publish(stage, { dueIn: HOUR });
  await stage.world.moveClock(51 * MINUTE);
  expect(await claimDueReminders(database().sql, 10, 20)).toHaveLength(1);
  await stage.queue.empty();
  await stage.startWorker();
  await stage.world.moveClock(19 * SECOND);
  expect(await claimDueReminders(database().sql, 10, 20)).toEqual([]);
  stage.sink.expectNoMore();
  await stage.world.moveClock(2 * SECOND);
  await stage.sink.expectMailTo(addressOf(stage, 'author'));
  await stage.settled();
});

test('a turn that comes twice reminds once', async ({ stage }) => {
  const { id } = await publish(stage, { dueIn: HOUR });
  const engine = engineActor(stage.world.organizationId);
  await remindAuthor(engine, id);
  await stage.world.moveClock(51 * MINUTE);
  await Promise.all([remindAuthor(engine, id), remindAuthor(engine, id), remindAuthor(engine, id)]);
  await stage.startWorker();
  await stage.sink.expectMailTo(addressOf(stage, 'author'));
  await stage.settled();
  await expect(remindAuthor(stage.world.actors.admin, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('whoever published is reminded; when they left, those who write for the client', async ({ stage }) => {
  const { account_manager: manager, admin, author } = stage.world.actors;
  const own = await publish(stage, { dueIn: HOUR, headline: 'Hers' }, manager);
  await publish(stage, { dueIn: HOUR, headline: 'Theirs' });
  await disableMember(admin, author.id);
  await stage.startWorker();
  await stage.pass(51 * MINUTE);
  const hers = await stage.sink.expectMailTo(stage.accountManager);
  expect(hers.text).toContain(`https://calm.example/manage/briefings/${own.id}`);
  const theirs = await stage.sink.expectMailTo(addressOf(stage, 'client_admin'));
  expect(theirs.subject).toContain('Theirs');
  await disableMember(admin, stage.world.actors.client_admin.id);
  await stage.pass(10 * MINUTE);
  const left = await stage.sink.expectMails(2);
  expect(left.map(({ to }) => to)).toEqual([stage.accountManager, stage.accountManager]);
  await stage.settled();
});

test('a notice that the mail server lost is sent again, and no escalation hears of it', async ({ stage }) => {
  const author = addressOf(stage, 'author');
  stage.sink.answer(author, drop);
  await publish(stage, { dueIn: HOUR });
  await stage.startWorker();
  await stage.pass(51 * MINUTE);
  await stage.settled();
  const failed = await stage.world.ownerSql`select state, cause from deliveries`;
  expect(failed).toEqual([{ state: 'failed_temporary', cause: 'notice' }]);
  await stage.pass(21 * SECOND);
  await stage.sink.expectMailTo(author);
  await stage.settled();
  const sent = await stage.world.ownerSql`select state, attempts from deliveries`;
  expect(sent).toEqual([{ state: 'sent', attempts: 2 }]);
});
