import type { BriefingContentInput } from '../../src/domain/briefings/model';

/** Written by an author whose account manager approves first: it waits for that. */
export function parcelBriefing(now: Date): BriefingContentInput {
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  return {
    headline: 'Parcels from the Hanover depot arrive two days late',
    severity: 'high',
    opening:
      'Thank you for calling Meridian Parcel. I know that parcels from Hanover are late, and I am sorry for the wait. May I look at yours with you?',
    facts: [{ text: 'A conveyor in Hanover stopped last night.', source: 'Depot', knownAt: at(-5) }],
    unknowns: ['When the conveyor runs again'],
    statements: ['Your parcel is safe at the depot.', 'You will get a message on the day before delivery.'],
    assurances: [{ text: 'Delivery within two working days.', promiseRule: 'will_try' }],
    neverSay: [{ phrase: 'lost', sayInstead: 'waiting at the depot' }],
    qa: [
      { question: 'Can I collect it?', answer: 'Yes, from tomorrow, with your notice and an identity card.' },
    ],
    intake: [{ label: 'Tracking number', kind: 'text', required: true }],
    escalateWhen: ['The parcel holds medicine or food'],
    closing: 'Thank you for your patience.',
    endsAt: at(48),
    nextUpdateDueAt: at(3),
  };
}

/** The payroll company's bad day. Times are relative to `now`, so that the demo is always live. */
export function payrollBriefing(now: Date): BriefingContentInput {
  const QUARTER_HOUR = 900_000;
  const start = Math.floor(now.getTime() / QUARTER_HOUR) * QUARTER_HOUR;
  const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
  return {
    headline: 'November payslips show wrong net amounts',
    severity: 'critical',
    incidentStatus: 'identified',
    opening:
      'Thank you for calling Brightwater Payroll. I know about the payslips that went out this morning, and I am sorry for the trouble they cause. May I take your details so that we can put yours right?',
    openingIn: {
      es: 'Gracias por llamar a Brightwater Payroll. Sé de las nóminas enviadas esta mañana y lamento las molestias. ¿Me permite tomar sus datos para corregir la suya?',
    },
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
      {
        text: 'The amount paid to your account is correct. Only the figure on the payslip is wrong.',
        in: {
          es: 'El importe abonado en su cuenta es correcto. Solo está equivocada la cifra de la nómina.',
        },
      },
      {
        text: 'You will receive a corrected payslip by e-mail.',
        in: { es: 'Recibirá una nómina corregida por correo electrónico.' },
      },
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
