'use client';

import { useMemo } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import { strictestRule } from '@/domain/briefings/strictest-rule';
import { joinedIntake } from '@/domain/calls/intake-problems';
import { missingOutcomes } from '@/domain/calls/missing-outcomes';
import type { CallCard, Note } from '@/domain/calls/model';
import { promiseStyle } from '@/domain/promises/spoken-promise';
import type { WordingRules } from '@/domain/wording/model';
import { abuseCount } from './abuse-count';
import { callOutcome } from './call-outcome';
import { promisesOfCall } from './call-promises';
import { useDesk } from './desk-context';
import { escalationsOfCall, playbookOf } from './desk-selectors';
import type { GuideScene } from './guide-scene';
import { permittedApologies } from './permitted-apologies';
import type { WhatFollowsProps } from './what-follows';
import type { WrapUp } from './wrap-up-problems';

type SceneSource = Pick<GuideScene, 'fields' | 'onChange' | 'onPhone' | 'onEscalate' | 'onNotes'> & {
  call: CallCard;
  notes: readonly Note[];
  rules: WordingRules;
  /** The briefing on screen as a whole; null: none. */
  published: BriefingContent | null;
  /** Its newest version: what is promised now must hold by it. */
  newest: BriefingContent | null;
  /** The same as it may be said now. */
  spoken: BriefingContent | null;
};

/** Everything that the steps of a call read, gathered from the desk, the briefing and the fields. */
export function useCallScene({ notes, published, newest, spoken, ...source }: SceneSource): GuideScene {
  const { state, entries } = useDesk();
  const { call, fields } = source;
  const promises = promisesOfCall(state, entries, call.id);
  const escalations = escalationsOfCall(state, call.id);
  const playbook = playbookOf(state, call);
  const callType = fields.callTypeId === null ? undefined : state.callTypes[fields.callTypeId];
  const intake = useMemo(
    () => joinedIntake(spoken?.intake ?? [], callType?.intake ?? []),
    [spoken?.intake, callType?.intake],
  );
  return {
    ...source,
    playbook,
    intake,
    neverSay: spoken?.neverSay ?? [],
    apologies: permittedApologies(published),
    outcome: callOutcome({
      call,
      fields,
      notes,
      entries,
      promiseCount: promises.length,
      escalationCount: escalations.length,
    }),
    promises,
    promiseStyle: promiseStyle(
      newest === null ? null : strictestRule(newest.assurances),
      playbook?.content.promise ?? 'will_try',
    ),
    escalations,
  };
}

/** What the wrap-up looks at. @param draft what still stands in the notes field becomes a point of the log */
export function useWrapUp(
  scene: GuideScene,
  notes: readonly Note[],
  draft: string,
): Omit<WrapUp, 'disposition' | 'fields'> {
  const { entries } = useDesk();
  const { call, playbook, intake, escalations } = scene;
  const noteCount = scene.outcome.noteCount + (draft.trim() === '' ? 0 : 1);
  return {
    intake,
    noteCount,
    isEscalated: escalations.length > 0,
    missing: playbook === null ? [] : missingOutcomes(playbook.content, { ...scene.outcome, noteCount }),
    abuseCount: abuseCount(call, notes, entries),
    abuseLimit: playbook?.content.abuseLimit ?? null,
  };
}

/** What the wrap-up tells of promises and of who knows. */
export function followsOf(scene: GuideScene, onPromise: () => void): WhatFollowsProps {
  const { call, promises, promiseStyle: style, escalations } = scene;
  return { promises, style, escalations, zone: call.clientTimeZone ?? 'UTC', onPromise };
}
