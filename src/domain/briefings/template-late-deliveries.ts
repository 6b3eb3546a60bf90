import type { BriefingContentInput } from './model';

export function lateDeliveriesTemplate(): BriefingContentInput {
  return {
    headline: '[Which deliveries, and from which days] are late',
    severity: 'medium',
    incidentStatus: 'identified',
    opening:
      'I am sorry that you are still waiting. We know that deliveries are late, and I can look at yours with you.',
    unknowns: ['When the last late delivery is out.'],
    statements: [
      'Deliveries are late at the moment: [by how long].',
      'Your order stands. You do not have to order again.',
      'You do not have to stay at home for it. Tell me what suits you, and I note it for the driver.',
      'If the delay makes the delivery useless for you, tell me, and I ask what can be done.',
      'If it holds medicine or food that spoils, please tell me first, and I pass it on as urgent.',
    ],
    assurances: [
      { text: 'We will try to tell you the new day today.', promiseRule: 'will_try' },
      { text: 'I will note what suits you right now.', promiseRule: 'will_fix' },
    ],
    neverSay: [
      { phrase: 'it is on its way', sayInstead: 'Your order stands, and I ask for its new day.' },
      {
        phrase: 'it will be there tomorrow',
        sayInstead: 'The new day is not certain yet. We try to tell you today.',
      },
      {
        phrase: 'the driver could not find you',
        sayInstead: 'Please tell me how the driver finds you best.',
      },
      {
        phrase: 'you have to be at home',
        sayInstead: 'Tell me what suits you, and I note it for the driver.',
      },
      { phrase: 'ask the carrier', sayInstead: 'I ask for you, and somebody tells you the answer.' },
    ],
    qa: [
      {
        question: 'When does my delivery come?',
        answer: 'The new day is not certain yet. I note your order number, and we try to tell you today.',
      },
      {
        question: 'Where is it now?',
        answer: 'I note your order number and ask. You do not have to look for it yourself.',
      },
      {
        question: 'May I cancel the order?',
        answer: 'I note that you would like to, and pass it on at once. Somebody tells you what comes next.',
      },
      {
        question: 'Do I get the delivery fee back?',
        answer: 'That is a fair question. I write it down, and the person who decides looks at it.',
      },
      {
        question: 'I took a day off for this.',
        answer:
          'I am sorry, that is a day you wanted for something else. I note it, together with a time that suits you.',
      },
    ],
    intake: [
      { label: 'Order number', kind: 'text', required: true },
      { label: 'Announced day', kind: 'text' },
      { label: 'Time that suits the caller', kind: 'text' },
      { label: 'Does it spoil, or is it medicine?', kind: 'yes_no', required: true },
      { label: 'Number to call back', kind: 'phone', required: true },
    ],
    escalateWhen: [
      'It holds medicine, or food that spoils.',
      'The order was announced for the second time and did not come.',
      'The caller is a business that has to close without it.',
      'The caller was told two different days.',
    ],
    apologies: ['direct', 'blameless'],
    closing:
      'Thank you for your patience. I have your order number and what suits you, and I pass it on now.',
  };
}
