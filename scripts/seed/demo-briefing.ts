import type { BriefingContentInput } from '../../src/domain/briefings/model';

/** The payroll company's bad day. Times are relative to `now`, so that the demo is always live. */
export function payrollBriefing(now: Date): BriefingContentInput {
  const QUARTER_HOUR = 900_000;
  const start = Math.floor(now.getTime() / QUARTER_HOUR) * QUARTER_HOUR;
  const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
  return {
    headline: 'November payslips show wrong net amounts',
    severity: 'critical',
    opening:
      'Thank you for calling Brightwater Payroll. I know about the payslips that went out this morning, and I am sorry for the trouble they cause. May I take your details so that we can put yours right?',
    facts: [
      {
        text: 'Payslips mailed today between 06:00 and 07:30 show a wrong net amount.',
        source: 'Payroll operations',
        knownAt: at(-3),
      },
      {
        text: 'The bank transfers themselves are correct; only the printed figures are wrong.',
        source: 'Head of payments',
        knownAt: at(-2),
      },
      {
        text: 'About 4,200 employees of 61 companies are affected.',
        source: 'Payroll operations',
        knownAt: at(-2),
      },
    ],
    unknowns: ['Whether October payslips are affected', 'When the tax office receives the corrected figures'],
    statements: [
      'The amount paid to your account is correct. Only the figure on the payslip is wrong.',
      'You will receive a corrected payslip by e-mail.',
      'You do not need to do anything yourself.',
      'No personal details were sent to anybody else.',
    ],
    assurances: [
      { text: 'A corrected payslip by tomorrow, 12:00.', promiseRule: 'will_try' },
      { text: 'A call back by a payroll specialist today.', promiseRule: 'will_fix' },
    ],
    neverSay: [
      { phrase: 'data breach', sayInstead: 'a printing error in the figures' },
      {
        phrase: 'nobody here would have done that',
        sayInstead: 'I am sorry that this happened. Let me see what we can do.',
      },
      { phrase: 'compensation', sayInstead: 'I will pass your question on to a specialist.' },
    ],
    qa: [
      {
        question: 'Was I paid too little?',
        answer: 'No. The transfer is correct; the payslip shows the wrong figure.',
      },
      {
        question: 'Do I have to return anything?',
        answer: 'No. Please keep the payslip until the corrected one arrives.',
      },
      {
        question: 'Will my tax be wrong?',
        answer: 'The tax figures are calculated from the payment, which is correct.',
      },
    ],
    intake: [
      { label: 'Employer', kind: 'text', required: true },
      { label: 'Personnel number', kind: 'text' },
      { label: 'Best time to call back', kind: 'choice', choices: ['Morning', 'Afternoon', 'Evening'] },
    ],
    escalateWhen: ['The caller says that the money itself is missing', 'A journalist or a lawyer calls'],
    closing: 'Thank you for your patience. You will hear from us.',
    startsAt: null,
    endsAt: at(72),
    nextUpdateDueAt: at(2),
  };
}
