'use client';

import { useState } from 'react';
import type { CallOutcome } from '@/domain/calls/missing-outcomes';
import type { CallChannel } from '@/domain/calls/model';
import type { Playbook, StepKind } from '@/domain/playbooks/model';
import { fieldId } from '@/ui/field-id';
import { guideSteps, isAccountFolded, nextOpenStep, type GuideStep } from './guide-state';
import type { CallFields } from './outbox';
import { useKey } from './use-key';

type GuideSource = {
  playbook: Playbook | null;
  outcome: CallOutcome;
  channel: CallChannel;
  onChange: (patch: CallFields) => void;
  /** Brings the centre column into sight, then moves the focus. */
  show: (focus: () => void) => void;
  onFinished: () => void;
};

export type Guide = {
  steps: readonly GuideStep[];
  isOpen: (step: GuideStep) => boolean;
  unfold: (step: GuideStep, isOpen: boolean) => void;
  /** Ticks a step, or takes its tick back; the focus stays. */
  tick: (step: GuideStep) => void;
  /** Ticks a step and moves the focus to the next open one. */
  complete: (step: GuideStep) => void;
  /** Shows the field that a problem is about, or `step.<id>`. */
  goTo: (field: string) => void;
  isAccountFolded: boolean;
  unfoldAccount: () => void;
};

/** The element of a step, or of what a call needs besides the steps. */
export const stepElementId = (id: string) => `step-${id}`;
export const besideElementId = (kind: StepKind) => `besides-${kind}`;

const kindOfField: Readonly<Record<string, StepKind>> = {
  callerName: 'account',
  callerPhone: 'account',
  callType: 'account',
  intake: 'account',
  issue: 'issue',
  requestedSolution: 'wish',
  promise: 'promise',
  readBack: 'read_back',
};

/** The first thing to type or choose in a step; where there is none, its tick. */
function focusInside(place: HTMLElement | null): void {
  const body = place?.querySelector('[data-step-body]');
  const first = body?.querySelector<HTMLElement>('textarea, select, input, button');
  const chosen =
    first instanceof HTMLInputElement && first.type === 'radio'
      ? body?.querySelector<HTMLElement>(`input[name="${first.name}"]:checked`)
      : null;
  // Of a step taller than the guide its cue comes into sight, not its end.
  const room = place?.closest('[data-guide]')?.clientHeight ?? Infinity;
  place?.scrollIntoView({ block: place.offsetHeight > room ? 'start' : 'nearest' });
  (chosen ?? first ?? place?.querySelector<HTMLElement>('[data-step-tick]'))?.focus({ preventScroll: true });
}

const stepInFocus = () =>
  document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? null;

/** The steps of the call's playbook, which of them are unfolded, and the keys that go through them. */
export function useGuide({ playbook, outcome, channel, onChange, show, onFinished }: GuideSource): Guide {
  const [unfolded, setUnfolded] = useState<Readonly<Record<string, boolean>>>({});
  const [isAccountUnfolded, setIsAccountUnfolded] = useState(false);
  const steps = playbook === null ? [] : guideSteps(playbook.content, outcome, channel);
  const isFolded = playbook !== null && !isAccountUnfolded && isAccountFolded(playbook.content, steps);

  const isOpen = ({ id, isTicked }: GuideStep) => unfolded[id] ?? !isTicked;
  const unfold = ({ id }: GuideStep, next: boolean) => setUnfolded((before) => ({ ...before, [id]: next }));
  const setTick = ({ id }: GuideStep, isTicked: boolean) => {
    setUnfolded(({ [id]: _, ...others }) => others);
    onChange({ steps: { [id]: isTicked } });
  };
  const focusStep = (step: GuideStep) => {
    if (!isOpen(step)) unfold(step, true);
    show(() => focusInside(document.getElementById(stepElementId(step.id))));
  };
  const focusNext = (fromId: string | null) => {
    const next = nextOpenStep(steps, fromId);
    if (next === null) onFinished();
    else focusStep(next);
  };
  const focusKind = (kind: StepKind) => {
    const step = steps.find((one) => one.kind === kind);
    if (step) focusStep(step);
    else show(() => focusInside(document.getElementById(besideElementId(kind))));
  };
  useKey('nextStep', () => focusNext(stepInFocus()));
  useKey('promise', () => focusKind('promise'));
  useKey('readBack', () => focusKind('read_back'));

  return {
    steps,
    isOpen,
    unfold,
    tick: (step) => setTick(step, !step.isTicked),
    complete: (step) => {
      setTick(step, true);
      focusNext(step.id);
    },
    goTo: (field) => {
      const [place = '', id] = field.split('.');
      const kind = kindOfField[place];
      const step = place === 'step' ? steps.find((one) => one.id === id) : undefined;
      if (step) return focusStep(step);
      if (kind === 'account') setIsAccountUnfolded(true);
      if (kind) focusKind(kind);
      show(() => document.getElementById(fieldId(field))?.focus());
    },
    isAccountFolded: isFolded,
    unfoldAccount: () => setIsAccountUnfolded(true),
  };
}
