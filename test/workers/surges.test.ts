import { expect } from 'vitest';
import { addNote } from '@/domain/calls/add-note';
import { ringCall } from '@/domain/calls/ring-call';
import { listSurges } from '@/domain/surges/queries';
import { test, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';
import { publishedBriefing } from '../support/world';

const complaints = [
  'Payslip shows the wrong amount',
  'Her <script>payslip</script> is wrong',
  'payslip is wrong, 400 euros missing',
  'Wrong amount on the payslip',
];

async function complain(stage: Stage): Promise<void> {
  const { actors, did } = stage.world;
  for (const [n, text] of complaints.entries()) {
    const from = `+4915112345${String(n).padStart(3, '0')}`;
    const ring = { from, to: did.number, routeReason: 'overflow' as const };
    const { call } = await ringCall(actors.operator, ring);
    await addNote(actors.operator, { callId: call.id, kind: 'point', text });
  }
}

const surges = (stage: Stage) => listSurges(stage.world.actors.account_manager, {});

test('many calls about the same are found, and told by e-mail to those who can act', async ({ stage }) => {
  await complain(stage);
  await stage.startWorker();
  const mails = await stage.sink.expectMails(3);
  const author = stage.accountManager.replace('account_manager@', 'author@');
  const admin = stage.accountManager.replace('account_manager@', 'client_admin@');
  expect(mails.map(({ to }) => to).toSorted()).toEqual([author, admin, stage.accountManager].toSorted());
  for (const mail of mails) {
    expect(mail.subject).toBe('[Calmline] Brightwater Payroll: 4 callers in the past hour say the same');
    expect(mail.text).toContain('“Wrong amount on the payslip”');
    expect(mail.html).toContain('&lt;script&gt;payslip&lt;/script&gt;');
    expect(mail.html).not.toContain('<script>');
    expect(mail.link).toBeUndefined();
    const part = mail.to === stage.accountManager ? 'manage/approvals' : 'portal';
    expect(mail.text).toContain(`https://calm.example/${part}`);
  }
  await stage.settled();
  expect(await surges(stage)).toMatchObject([{ state: 'open', calls: 4 }]);
});

test('two workers that find it at once tell it once, and a briefing ends it', async ({ stage }) => {
  await complain(stage);
  const [first] = await Promise.all([stage.startWorker(), stage.startWorker()]);
  await stage.sink.expectMails(3);
  await stage.settled();
  await publishedBriefing(stage.world);
  // A worker that starts looks at once, the others within ten seconds.
  await first.stop();
  await stage.startWorker();
  await waitFor('the surge to be covered', async () => (await surges(stage)).length === 0);
  await stage.settled();
});
