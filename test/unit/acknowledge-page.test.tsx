import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Bundle } from '../../app/ack/[token]/bundle';
import { Closed } from '../../app/ack/[token]/closed';
import { OpenEscalation } from '../../app/ack/[token]/open-escalation';
import { acknowledgeForm } from '../../src/http/acknowledge-form';
import type { AcknowledgePage } from '../../src/http/acknowledge-page';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 6, minute));
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const desk = { organizationName: 'Harbor Answering', operatorPhone: '+493055550100' };
const asked = {
  escalationId: id(1),
  clientName: 'Brightwater Payroll',
  summary: 'Salaries were paid twice.',
  urgency: 'emergency' as const,
  startedAt: at(0),
  timeZone: 'Europe/Berlin',
  cycle: 4,
  begunAgainAt: null,
  promises: [],
};

type Page<Kind> = Extract<AcknowledgePage, { kind: Kind }>;
const open: Page<'open'> = { kind: 'open', recipientName: 'Tom Becker', ...asked, ...desk };

/** What a browser without scripts would send for a press of the button with these words. */
function pressed(html: string, words: string): string {
  expect(html).toMatch(/<form [^>]*action="\/ack\/token" method="post">/);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
  )) {
    form.append(name, value);
  }
  const buttons = [...html.matchAll(/<button value="([^"]+)"[^>]* name="action"[^>]*>([^<]+)</g)];
  const button = buttons.find(([, , said]) => said === words);
  form.append('action', button?.[1] ?? '');
  return form.toString();
}

it('says what it is about and what was promised by when, and asks with a plain form', () => {
  const promises = [{ what: 'The payslips are corrected', dueAt: at(45) }];
  const html = renderToStaticMarkup(
    <OpenEscalation token="token" page={{ ...open, promises }} wasStale={false} />,
  );
  for (const words of [
    'Brightwater Payroll',
    'Salaries were paid twice.',
    'The payslips are corrected',
    '22 Nov, 07:45 Berlin',
    'href="tel:+493055550100"',
  ]) {
    expect(html).toContain(words);
  }
  expect(html.match(/min-h-14/g)).toHaveLength(3);
  expect(acknowledgeForm(pressed(html, 'Acknowledge'))).toMatchObject({ action: 'acknowledge', cycle: 4 });
  expect(acknowledgeForm(pressed(html, 'I can’t'))).toMatchObject({ action: 'decline', cycle: 4 });
  expect(html).not.toContain('Begun again');
});

it('says that it was begun again, and what became of an answer to the round before', () => {
  const page = { ...open, begunAgainAt: at(50) };
  const shown = renderToStaticMarkup(<OpenEscalation token="token" page={page} wasStale={false} />);
  expect(shown).toContain('Begun again at');
  expect(shown).toContain('22 Nov, 07:50 Berlin');
  expect(shown).not.toContain('changed nothing');
  const refused = renderToStaticMarkup(<OpenEscalation token="token" page={page} wasStale />);
  expect(refused).toContain('Your answer came to the earlier round and changed nothing.');
});

it('lists many with the state of each, to answer together or one by one', () => {
  const row = (n: number) => ({ ...asked, escalationId: id(n), summary: `Matter ${n}` });
  const page: Page<'bundle'> = {
    kind: 'bundle',
    ...desk,
    recipientName: 'Tom Becker',
    hasDeclined: false,
    count: 14,
    openCount: 12,
    rows: [
      { ...row(1), kind: 'open', asked: row(1) },
      { ...row(2), kind: 'open', asked: { ...row(2), begunAgainAt: at(50) } },
      { ...row(3), kind: 'acknowledged', byName: 'Eva Schulz', at: at(20), report: null },
      { ...row(4), kind: 'closed', words: 'This was called off. There is nothing left to do.' },
    ],
    present: [{ escalationId: id(2), cycle: 3 }],
  };
  const html = renderToStaticMarkup(<Bundle token="token" page={page} />);
  expect(html).toContain('Acknowledged by Eva Schulz');
  expect(html).toContain('This was called off.');
  expect(html).toContain('and 10 more');
  expect(acknowledgeForm(pressed(html, 'Acknowledge all 12'))).toEqual({
    action: 'acknowledge',
    escalationId: null,
    cycle: null,
    present: new Map([[id(2), 3]]),
  });
  expect(acknowledgeForm(pressed(html, 'Acknowledge this one'))).toMatchObject({ escalationId: id(1) });
  const over = renderToStaticMarkup(
    <Bundle token="token" page={{ ...page, openCount: 0, rows: page.rows.slice(2) }} />,
  );
  expect(over).toContain('Nothing waits for you any more');
  expect(over).not.toContain('<button');
});

it('is kind to whoever comes late, and says by whom and when', () => {
  const render = (page: Page<'acknowledged' | 'partly' | 'declined' | 'closed'>) =>
    renderToStaticMarkup(<Closed token="token" page={page} />);
  const { clientName, timeZone } = asked;
  const taken = render({
    kind: 'acknowledged',
    clientName,
    timeZone,
    byName: 'Eva Schulz',
    at: at(20),
    report: null,
    ...desk,
  });
  expect(taken).toContain('Acknowledged by Eva Schulz');
  expect(taken).toContain('22 Nov, 07:20 Berlin');
  expect(taken).toContain('Thank you.');
  expect(render({ kind: 'partly', clientName, timeZone, at: at(20), ...desk })).toContain(
    'You have acknowledged',
  );
  expect(render({ kind: 'declined', words: 'The next person is being told.', ...desk })).toContain(
    'I can take it after all',
  );
});

it('asks whoever has it how it stands, by when, and takes a report or that it is settled without a script', () => {
  const { clientName, timeZone } = asked;
  const said = { words: 'The bank is on it.', byName: 'Tom Becker', at: at(10) };
  const report = { escalationId: id(1), dueAt: at(30), isOverdue: false, said };
  const page: Page<'acknowledged'> = {
    kind: 'acknowledged',
    clientName,
    timeZone,
    byName: 'Tom Becker',
    at: at(5),
    report,
    ...desk,
  };
  const html = renderToStaticMarkup(<Closed token="token" page={page} />);
  expect(html).toContain('Please say how it stands by');
  expect(html).toContain('The bank is on it.');
  const sent = (words: string) =>
    `${pressed(html, words)}&${new URLSearchParams({ [`words:${id(1)}`]: ' Done. ' })}`;
  expect(acknowledgeForm(sent('Report back'))).toEqual({
    action: 'report',
    escalationId: id(1),
    words: 'Done.',
    isResolved: false,
  });
  expect(acknowledgeForm(sent('It is settled'))).toMatchObject({ action: 'report', isResolved: true });
  const overdue = { ...page, report: { ...report, isOverdue: true } };
  expect(renderToStaticMarkup(<Closed token="token" page={overdue} outcome="nowords" />)).toMatch(
    /Say in a sentence how it stands[\s\S]*aria-invalid="true"/,
  );
});
