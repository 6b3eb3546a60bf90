import type { BriefingContent } from '@/domain/briefings/model';
import type { CallOutcome } from '@/domain/calls/missing-outcomes';
import type { CallCard } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { ApologyKind, Playbook, PromiseStyle } from '@/domain/playbooks/model';
import type { WordingRules } from '@/domain/wording/model';
import type { CallPromise } from './call-promises';
import type { CallFields } from './outbox';
import type { ShownFields } from './use-call-fields';

/** What the steps of a call read and change. */
export type GuideScene = {
  call: CallCard;
  /** null: not on this computer yet. */
  playbook: Playbook | null;
  fields: ShownFields;
  onChange: (patch: CallFields) => void;
  onPhone: (text: string) => void;
  /** What is typed is checked against them. */
  rules: WordingRules;
  /** What the briefing and the call type ask the caller for. */
  intake: BriefingContent['intake'];
  /** What must not be said, each with what can be said. */
  neverSay: BriefingContent['neverSay'];
  /** The kinds that the client lets operators use. */
  apologies: readonly ApologyKind[];
  outcome: CallOutcome;
  promises: readonly CallPromise[];
  promiseStyle: PromiseStyle;
  /** The newest first. */
  escalations: readonly EscalationCard[];
  onEscalate: () => void;
  onNotes: () => void;
};
