import { readBackWords } from '@/domain/calls/outcome-words';
import type { StepKind } from '@/domain/playbooks/model';
import { apologyWords } from '@/ui/playbook-words';
import { moodWords, urgencyWords } from './call-words';
import type { GuideScene } from './guide-scene';

type Source = Pick<GuideScene, 'fields' | 'outcome' | 'promises' | 'escalations'>;

/** What a step has brought, in a few words for its folded line; '' where it brings nothing but its tick. */
export function stepSummary(kind: StepKind, { fields, outcome, promises, escalations }: Source): string {
  switch (kind) {
    case 'tick':
    case 'listening':
    case 'ownership':
    case 'questions':
      return '';
    case 'notes':
      return outcome.noteCount === 1 ? '1 point' : `${outcome.noteCount} points`;
    case 'issue':
      return fields.issue.trim();
    case 'account':
      return fields.callerName.trim();
    case 'wish':
      return fields.requestedSolution.trim();
    case 'triage':
      return [fields.mood && moodWords[fields.mood], urgencyWords[fields.urgency]].filter(Boolean).join(', ');
    case 'apology':
      return fields.apology === null ? '' : apologyWords[fields.apology].words;
    case 'remedy':
      return outcome.remedyCount === 0 ? '' : `${outcome.remedyCount} settled`;
    case 'promise':
      return promises.map(({ what }) => what).join('; ');
    case 'escalation':
      return escalations.length === 0 ? 'Nobody was told' : 'Told';
    case 'read_back':
      return outcome.readBack === null ? '' : readBackWords(outcome.readBack);
  }
}
