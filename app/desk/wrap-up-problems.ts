import type { BriefingContent } from '@/domain/briefings/model';
import type { Disposition } from '@/domain/calls/model';
import type { SummaryProblem } from '@/ui/error-summary';
import type { ShownFields } from './use-call-fields';

/** Nothing more is expected of calls that ended like this. */
const short: readonly Disposition[] = ['wrong_number', 'caller_hung_up'];

export type WrapUp = {
  disposition: Disposition | null;
  fields: Pick<ShownFields, 'callerName' | 'callerPhone' | 'phoneProblem' | 'mood' | 'intake'>;
  intake: BriefingContent['intake'];
  noteCount: number;
  isEscalated: boolean;
};

/** What is missing. Only the disposition is needed to close; the rest is asked for once, then the operator decides. */
export function wrapUpProblems(wrapUp: WrapUp): { mustHave: SummaryProblem[]; shouldHave: SummaryProblem[] } {
  const { disposition, fields, intake, noteCount, isEscalated } = wrapUp;
  if (disposition === null) {
    return { mustHave: [{ field: 'disposition', words: 'Choose how the call ended.' }], shouldHave: [] };
  }
  if (short.includes(disposition)) return { mustHave: [], shouldHave: [] };
  const needsCallback = disposition === 'message_taken' || disposition === 'callback_promised';
  const shouldHave: SummaryProblem[] = [
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
    ...(noteCount === 0 ? [{ field: 'note', words: 'There is no note about this call.' }] : []),
    ...(fields.mood === null ? [{ field: 'mood', words: 'The caller’s mood is not set.' }] : []),
    ...(disposition === 'escalated' && !isEscalated
      ? [{ field: '', words: 'Nobody has been told yet: escalate with F8, or choose another ending.' }]
      : []),
  ];
  return { mustHave: [], shouldHave };
}
