'use client';

import { Headset, LayoutDashboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { AppShell } from '@/ui/app-shell';
import { SignedInMenu } from '../signed-in-menu';
import { CallPlace } from './call-place';
import { CallbackPlace } from './callback-place';
import { DeskContext, type Desk, type DeskPerson } from './desk-context';
import { createDeskActions } from './desk-actions';
import { DeskKeys } from './desk-keys';
import { ownOpenCalls } from './desk-selectors';
import type { DeskPlace, DeskSnapshot } from './desk-state';
import { Emergency } from './emergency';
import { HandOverOffers } from './hand-over-offers';
import { IdleScreen } from './idle-screen';
import { KeySheet } from './key-sheet';
import { Palette, PaletteButton } from './palette';
import { PresenceControl } from './presence-control';
import { PromiseReminders } from './promise-reminders';
import { RingScreen } from './ring-screen';
import { useAnswer } from './use-answer';
import { useDeskSync } from './use-desk-sync';
import { useKeptPlace } from './use-kept-place';
import { useNextCall } from './use-next-call';
import { useOutbox } from './use-outbox';
import { useOverlay } from './use-overlay';
import { useRing } from './use-ring';

const deskNav = { href: '/desk', label: 'Desk', icon: <Headset aria-hidden className="size-5" /> };
const manageNav = {
  href: '/manage',
  label: 'Manage',
  icon: <LayoutDashboard aria-hidden className="size-5" />,
};

export type DeskScreenProps = {
  person: DeskPerson;
  snapshot: DeskSnapshot;
  /** What the address asks for. */
  asked: DeskPlace | null;
};

/** The operator's one screen for the whole shift. What it shows follows from the desk's state and the open call. */
export function DeskScreen({ person, snapshot, asked }: DeskScreenProps) {
  const { state, dispatch, connection, staleSince } = useDeskSync(person.membershipId, snapshot);
  const { outbox, view } = useOutbox(person.membershipId, dispatch);
  const [place, setPlace] = useState<DeskPlace | null>(() => {
    const own = ownOpenCalls(state)[0];
    return asked ?? (own ? { kind: 'call', id: own.id } : null);
  });
  const [actions] = useState(createDeskActions);
  const overlay = useOverlay();

  const open = (next: DeskPlace | null) => {
    setPlace(next);
    window.history.replaceState(null, '', next ? `/desk?${next.kind}=${next.id}` : '/desk');
  };
  const { answer, answeringId, answerProblem, forgetAnswerProblem } = useAnswer(state, dispatch, open);

  useKeptPlace(setPlace);

  const nextCall = useNextCall(state);
  useRing(state, answeringId === null ? nextCall : null);
  const own = ownOpenCalls(state);
  const liveCall = own.find((call) => call.state === 'live');
  const shownId = answeringId ?? (place?.kind === 'call' ? place.id : null);
  const opened = shownId === null ? undefined : state.calls[shownId];
  const ringing = opened?.state === 'ringing' && answeringId === null ? opened : nextCall;

  const canAnswer = ringing !== null && !liveCall && answeringId === null;

  useEffect(() => {
    if (connection === 'live') outbox.retry();
  }, [connection, outbox]);

  const title = nextCall ? `Ringing: ${nextCall.clientName ?? 'unrecognised number'}` : 'Desk · Calmline';
  // After every render: the page's own title may arrive later than the first ring.
  useEffect(() => {
    document.title = title;
  });

  const desk: Desk = {
    person,
    state,
    dispatch,
    connection,
    staleSince,
    actions,
    outbox,
    entries: view.entries,
    isStored: view.isStored,
    place,
    open: (next) => {
      forgetAnswerProblem();
      open(next);
    },
    answer,
    nextCall,
    answeringId,
    answerProblem,
  };

  return (
    <DeskContext value={desk}>
      <AppShell
        organizationName={person.organizationName}
        nav={person.role === 'operator' ? [deskNav] : [deskNav, manageNav]}
        presence={
          <>
            <PaletteButton overlay={overlay} />
            <PresenceControl />
          </>
        }
        accountMenu={<SignedInMenu name={person.name} role={person.role} />}
      >
        <HandOverOffers />
        <PromiseReminders />
        {shownId !== null ? (
          <CallPlace key={shownId} callId={shownId} />
        ) : place?.kind === 'callback' ? (
          <CallbackPlace key={place.id} callbackId={place.id} />
        ) : ringing ? (
          <RingScreen key={ringing.id} call={ringing} />
        ) : (
          <IdleScreen onShowKeys={() => overlay.toggle('keys')} />
        )}
      </AppShell>
      <DeskKeys onAnswer={canAnswer ? () => answer(ringing) : null} overlay={overlay} />
      <KeySheet overlay={overlay} />
      <Palette overlay={overlay} />
      <Emergency />
    </DeskContext>
  );
}
