// What the screens say of callbacks, as they are painted first: from what the desk holds, before any request.
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { CallbackList } from '../../app/desk/callback-list';
import { createDeskActions } from '../../app/desk/desk-actions';
import { DeskContext, type Desk } from '../../app/desk/desk-context';
import type { DeskState } from '../../app/desk/desk-state';
import { OpenCallbacks } from '../../app/desk/open-callbacks';
import type { OutboxEntry } from '../../app/desk/outbox';
import { RingScreen } from '../../app/desk/ring-screen';
import { CallbackWork } from '../../app/portal/callbacks/[callbackId]/callback-work';
import { ApiProvider } from '../../src/api/client';
import { CallbackWording } from '../../src/ui/callback-wording';
import { at, call, callback, desk } from '../support/desk';

function wordsOn(screen: ReactNode): string {
  const markup = renderToStaticMarkup(<ApiProvider>{screen}</ApiProvider>);
  return markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/g, ' ');
}

const unused = () => {
  throw new Error('Nothing is pressed here.');
};

function onDesk(state: DeskState, screen: ReactNode, entries: readonly OutboxEntry[] = []): string {
  const outbox = { deskId: 'd' } as Desk['outbox'];
  const doors = { dispatch: unused, open: unused, answer: unused };
  const person = {
    membershipId: state.me,
    name: 'Olga Operator',
    role: 'operator' as const,
    organizationName: 'Harbor',
  };
  const value: Desk = {
    ...doors,
    person,
    state,
    connection: 'live',
    staleSince: null,
    actions: createDeskActions(),
    outbox,
    entries,
    isStored: true,
    place: null,
    nextCall: null,
    answeringId: null,
    answerProblem: null,
  };
  return wordsOn(<DeskContext value={value}>{screen}</DeskContext>);
}

const ringing = call({ id: 'ringing', state: 'ringing', answeredAt: null, answeredById: null });

it('a call that comes in from a caller with an open callback shows it in the first second, with the corrected words', () => {
  const state = desk({ waiting: [ringing], callbacks: [callback()] });
  const words = onDesk(state, <RingScreen call={ringing} />);
  expect(words).toContain('Waits to be called back');
  expect(words).toContain('Told something that was withdrawn');
  expect(words).toContain('Say now: “The payslips are being corrected.”');
  expect(words).not.toContain('Told in this call');
  const stranger = { ...ringing, ani: '+4915199999999' };
  expect(onDesk(state, <RingScreen call={stranger} />)).not.toContain('Waits to be called back');
});

it('in hand, the operator says that the caller was told; a colleague who is calling is named', () => {
  const claimed = callback({ claimedById: 'other', claimedByName: 'Otto Operator' });
  const state = desk({ callbacks: [claimed] });
  const live = call({ id: 'live' });
  const words = onDesk(state, <OpenCallbacks call={live} isInHand />);
  expect(words).toContain('Otto Operator is calling them right now');
  expect(words).toContain('Told in this call');
  const waiting = desk({ callbacks: [callback({ sayNow: null, isAwaitingApproval: true })] });
  const unapproved = onDesk(waiting, <OpenCallbacks call={live} isInHand />);
  expect(unapproved).toContain('The new wording awaits approval');
  expect(unapproved).not.toContain('Told in this call');
});

it('the work list names the deadline, the tries, and who has it; what is not for now stands below', () => {
  const state = desk({
    callbacks: [
      callback({ id: 'c1', callerName: 'Ada First', dueAt: at(30) }),
      callback({ id: 'c2', callerName: 'Ben Later', tries: 2, nextTryAt: at(20) }),
      callback({ id: 'c3', callerName: 'Cleo Client', owner: 'client' }),
      callback({ id: 'c4', callerName: 'Dan Taken', claimedById: 'other', claimedByName: 'Otto Operator' }),
    ],
  });
  const words = onDesk(state, <CallbackList />);
  expect(words).toContain('(1 to call now)');
  const [now = '', others = ''] = words.split('Again later, or with somebody else');
  expect(now).toContain('Ada First');
  expect(others).toMatch(/Ben Later.*2 tries.*, again/);
  expect(others).toMatch(/Cleo Client.*The client’s people call/);
  expect(others).toMatch(/Dan Taken.*With Otto Operator/);
});

it('a corrective call strikes what was said, and carries the new words; without any it says so', () => {
  expect(renderToStaticMarkup(<CallbackWording callback={callback()} />)).toContain(
    '<del>The payslips are right.</del>',
  );
  expect(wordsOn(<CallbackWording callback={callback()} />)).toContain(
    'Say now The payslips are being corrected.',
  );
  expect(wordsOn(<CallbackWording callback={callback({ sayNow: null })} />)).toContain(
    'Nothing replaces what was said.',
  );
  const settled = callback({ reason: 'resolved', sayNow: 'Your payslip is right now.' });
  expect(wordsOn(<CallbackWording callback={settled} />)).toContain('Say now Your payslip is right now.');
});

it('the client’s people take theirs before they call, and leave the service’s alone', () => {
  const own = callback({ owner: 'client', reason: 'call' });
  expect(wordsOn(<CallbackWork callback={own} me="me" />)).toMatch(
    /Take it before you call.*I call now.*Hand over/,
  );
  const mine = { ...own, claimedById: 'me', claimedByName: 'Me' };
  expect(wordsOn(<CallbackWork callback={mine} me="me" />)).toMatch(
    /Give it back.*Reached.*Voicemail.*Refused/,
  );
  const others = { ...own, claimedById: 'eva', claimedByName: 'Eva Schulz' };
  const words = wordsOn(<CallbackWork callback={others} me="me" />);
  expect(words).toContain('Eva Schulz is calling.');
  expect(words).not.toContain('Reached');
  expect(wordsOn(<CallbackWork callback={callback()} me="me" />)).toBe(
    ' Your answering service makes this call. ',
  );
});
