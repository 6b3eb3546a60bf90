import type { BriefingContent } from '@/domain/briefings/model';
import { intakeProblem } from '@/domain/calls/intake-problems';
import type { MissingOutcome } from '@/domain/calls/missing-outcomes';
import type { Disposition } from '@/domain/calls/model';
import type { StepKind } from '@/domain/playbooks/model';
import type { SummaryProblem } from '@/ui/error-summary';
import { abuseWords } from './abuse-count';
import type { ShownFields } from './use-call-fields';

/** Nothing more is expected of calls that ended like this. */
const short: readonly Disposition[] = ['wrong_number', 'caller_hung_up'];

export type WrapUp = {
  disposition: Disposition | null;
  fields: Pick<ShownFields, 'callerName' | 'callerPhone' | 'phoneProblem' | 'mood' | 'intake'>;
  intake: BriefingContent['intake'];
  noteCount: number;
  isEscalated: boolean;
  /** What the playbook's required steps have not brought. */
  missing: readonly MissingOutcome[];
  /** How often the boundary was named, and how often it must be before the call may be ended; 0: it may not, null: not known. */
  abuseCount: number;
  abuseLimit: number | null;
};

/** What is asked for of every call; a step that asks for the same is not told twice. */
const kindOf: Readonly<Record<string, StepKind>> = {
  callerName: 'account',
  note: 'notes',
  mood: 'triage',
  escalated: 'escalation',
};

/** What is missing. Only the disposition is needed to close; the rest is asked for once, then the operator decides. */
export function wrapUpProblems(wrapUp: WrapUp): { mustHave: SummaryProblem[]; shouldHave: SummaryProblem[] } {
  const { disposition, fields, intake, noteCount, isEscalated, missing } = wrapUp;
  if (disposition === null) {
    return { mustHave: [{ field: 'disposition', words: 'Choose how the call ended.' }], shouldHave: [] };
  }
  if (short.includes(disposition)) return { mustHave: [], shouldHave: [] };
  if (disposition === 'ended_for_abuse') return { mustHave: [], shouldHave: abuseProblems(wrapUp) };
  const needsCallback = disposition === 'message_taken' || disposition === 'callback_promised';
  const ofEveryCall: SummaryProblem[] = [
    ...(needsCallback && fields.callerName.trim() === ''
      ? [{ field: 'callerName', words: 'The caller’s name is missing.' }]
      : []),
    ...(needsCallback && fields.callerPhone.trim() === ''
      ? [{ field: 'callerPhone', words: 'The number to call back is missing.' }]
      : []),
    ...(fields.phoneProblem !== null ? [{ field: 'callerPhone', words: fields.phoneProblem }] : []),
    ...intake
      .filter((item) => item.required && (fields.intake[item.id] ?? '').trim() === '')
      .map((item) => ({ field: `intake.${item.id}`, words: `“${item.label}” is not filled in.` })),
    ...intake.flatMap((item) => {
      const words = intakeProblem(item, fields.intake[item.id] ?? '');
      return words === null ? [] : [{ field: `intake.${item.id}`, words: `“${item.label}”: ${words}` }];
    }),
    ...(noteCount === 0 ? [{ field: 'note', words: 'There is no note about this call.' }] : []),
    ...(fields.mood === null ? [{ field: 'mood', words: 'The caller’s mood is not set.' }] : []),
    ...(disposition === 'escalated' && !isEscalated
      ? [{ field: '', words: 'Nobody has been told yet: escalate, or choose another ending.' }]
      : []),
  ];
  const told = new Set(ofEveryCall.map(({ field }) => kindOf[field === '' ? 'escalated' : field]));
  const ofPlaybook = missing
    .filter(({ kind }) => !told.has(kind))
    .map(({ stepId, words }) => ({ field: `step.${stepId}`, words }));
  return { mustHave: [], shouldHave: [...ofEveryCall, ...ofPlaybook] };
}

/** Nobody is asked to finish a log while being insulted; that the boundary was named is what counts. */
function abuseProblems({ abuseCount, abuseLimit }: WrapUp): SummaryProblem[] {
  if (abuseLimit === null) return [];
  if (abuseLimit === 0) {
    return [{ field: '', words: 'This playbook does not let a call be ended for abuse.' }];
  }
  return abuseCount >= abuseLimit
    ? []
    : [{ field: '', words: `The boundary was ${abuseWords(abuseCount, abuseLimit)}.` }];
}
