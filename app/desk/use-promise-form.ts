'use client';

import { useQuery } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { useTRPC } from '@/api/client';
import type { LiveBriefing } from '@/domain/briefings/model';
import { strictestRule } from '@/domain/briefings/strictest-rule';
import type { CallCard } from '@/domain/calls/model';
import { dueWords } from '@/domain/promises/due-words';
import { promiseProblems } from '@/domain/promises/promise-problems';
import { promiseStyle, spokenPromise } from '@/domain/promises/spoken-promise';
import { zoneOfCaller } from '@/domain/promises/zone-of-number';
import { completePhone, isWholePhone } from '@/ui/phone';
import { callBriefing } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';
import { playbookOf } from './desk-selectors';
import { promiseDeadlines, type PromiseDeadline } from './promise-deadlines';
import { readPromise, writtenPromise, type PromiseDraft } from './promise-draft';
import { useKeptText } from './use-kept-text';

export type PromiseFormState = {
  draft: PromiseDraft;
  change: (patch: Partial<PromiseDraft>) => void;
  /** By the same rule as the server's, with what is known here. */
  problems: ReturnType<typeof promiseProblems>;
  deadlines: readonly PromiseDeadline[];
  /** What to say to the caller; null: there is no deadline yet. */
  sentence: string | null;
  zone: string;
  /** Where the caller lives: as they said, by the number, else the client's zone. */
  callerZone: string;
  /** '' while the caller has said nothing about it. */
  saidZone: string;
  sayZone: (zone: string) => void;
  briefing: LiveBriefing | null;
  /** Hands the promise to the outbox and begins anew. */
  give: () => void;
};

/** Whether somebody at the client is told before an instant; where that is not known here, the server decides. */
function useTellable(call: CallCard, isAsked: boolean, dueAt: Date | null): boolean {
  const api = useTRPC();
  const preview = useQuery({
    ...api.escalations.preview.queryOptions({ callId: call.id }),
    enabled: isAsked && call.clientId !== null,
    staleTime: 60_000,
  });
  if (preview.data === undefined || dueAt === null) return true;
  const at = preview.data.firstContactAt;
  return at !== null && at < dueAt;
}

/** A promise as it is being written in one call: kept on this computer until it is given. */
export function usePromiseForm(call: CallCard): PromiseFormState {
  const { state, entries, outbox } = useDesk();
  const now = useDeskNow(10_000);
  const [kept, keep] = useKeptText(`${state.me}.promise.${call.id}`);
  const [keptZone, sayZone] = useKeptText(`${state.me}.caller-zone.${call.id}`);
  // What was chosen before the kept one had been read stands on a line of its own.
  const saidZone = keptZone.split('\n').at(-1) ?? '';
  const draft = readPromise(kept);
  const { kind, what, owner } = draft;
  const dueAt = draft.dueAt === null ? null : new Date(draft.dueAt);
  const { shown, newer } = callBriefing(state, call, now);
  const briefing = newer ?? shown;
  const rule = briefing === null ? null : strictestRule(briefing.content.assurances);
  const playbook = playbookOf(state, call)?.content;
  const zone = call.clientTimeZone ?? 'UTC';
  const phone = entries.findLast((entry) => entry.kind === 'phone' && entry.callId === call.id);
  const typedNumber = phone?.kind === 'phone' ? phone.phone : (call.callerPhone ?? '');
  const callerNumber = isWholePhone(typedNumber, call.dnis)
    ? completePhone(typedNumber, call.dnis)
    : call.ani;
  const grounds = {
    now,
    earliest: now,
    rule,
    endsAt: briefing?.endsAt ?? null,
    hasSomebodyBefore: useTellable(call, owner === 'client', dueAt),
    hasNumber: call.isAniValid || isWholePhone(typedNumber, call.dnis),
  };
  const isTimely = (deadline: PromiseDeadline) =>
    promiseProblems({ ...grounds, kind, what, owner, dueAt: deadline.dueAt }).every(
      ({ field }) => field !== 'dueAt',
    );
  const style = promiseStyle(rule, playbook?.promise ?? 'will_try');

  const give = () => {
    if (draft.dueAt === null) return;
    const said = saidZone === '' ? {} : { callerTimeZone: saidZone };
    const promise = { kind, what: what.trim(), owner, dueAt: draft.dueAt, ...said };
    outbox.put({ kind: 'promise', callId: call.id, promiseId: v7(), promise });
    keep('');
  };
  return {
    draft,
    change: (patch) => keep(writtenPromise({ ...draft, ...patch })),
    problems: promiseProblems({ ...grounds, kind, what, owner, dueAt }),
    deadlines: promiseDeadlines(now, zone, playbook?.resolution ?? 'call_back').filter(isTimely),
    sentence:
      dueAt === null
        ? null
        : spokenPromise({ kind, what, owner, dueWords: dueWords(dueAt, now, zone) }, style),
    zone,
    callerZone: zoneOfCaller(
      {
        callerTimeZone: saidZone === '' ? null : saidZone,
        callerPhone: callerNumber,
        clientTimeZone: zone,
      },
      now,
    ),
    saidZone,
    sayZone,
    briefing,
    give,
  };
}
