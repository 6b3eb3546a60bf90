import type { BriefingContentInput } from './model';

export function outageTemplate(): BriefingContentInput {
  return {
    headline: '[What is not working, where, and since when]',
    severity: 'high',
    incidentStatus: 'investigating',
    opening:
      'I am sorry for the trouble this makes you. We know about the outage, and people are working on it.',
    unknowns: ['The cause.', 'When everything works again.'],
    statements: [
      'We know about the outage, and people are working on it now.',
      'In the meantime you can [what callers can do instead].',
      'You have done nothing wrong, and there is nothing to mend on your side.',
      'The time when it works again is not known yet, and I would rather not guess.',
      'If somebody’s health or safety depends on it, please tell me first, and I pass it on right away.',
    ],
    assurances: [
      { text: 'We will try to tell you as soon as it works again.', promiseRule: 'will_try' },
      { text: 'I will note that you are affected, right now.', promiseRule: 'will_fix' },
    ],
    neverSay: [
      {
        phrase: 'it will be back in a few minutes',
        sayInstead: 'People are working on it, and the time is not known yet.',
      },
      {
        phrase: 'have you tried turning it off and on',
        sayInstead: 'Please tell me what you see, and I note it for the technicians.',
      },
      { phrase: 'everybody is affected', sayInstead: 'Let us look at what it means for you.' },
      {
        phrase: 'we were attacked',
        sayInstead: 'The cause is being looked into.',
      },
      {
        phrase: 'our supplier is to blame',
        sayInstead: 'We are working on it together with everybody who can help.',
      },
    ],
    qa: [
      {
        question: 'When will it work again?',
        answer: 'The time is not known yet. I can note your number, so that somebody can tell you.',
      },
      {
        question: 'Is it only me?',
        answer: 'No, others are affected too, and it has nothing to do with your equipment.',
      },
      {
        question: 'What caused it?',
        answer: 'It is still being looked into. I would rather not guess.',
      },
      {
        question: 'I have lost work or money. Who pays for it?',
        answer: 'I am sorry to hear that. I write down what was lost, and pass it to the person who decides.',
      },
      {
        question: 'Are my details safe?',
        answer:
          'I would rather not guess about that. I pass your question on, so that you get a firm answer.',
      },
    ],
    intake: [
      { label: 'Place or postcode', kind: 'text', required: true },
      { label: 'What the caller sees', kind: 'text' },
      {
        label: 'How much is affected',
        kind: 'choice',
        choices: ['Nothing works', 'Some of it works', 'It comes and goes'],
      },
      { label: 'Does health or safety depend on it?', kind: 'yes_no', required: true },
      { label: 'Number to call back', kind: 'phone' },
    ],
    escalateWhen: [
      'Somebody’s health or safety depends on it.',
      'The caller smells gas or smoke, or sees sparks or water.',
      'A hospital, a care home or a school is affected.',
      'The caller is a journalist or an authority.',
    ],
    apologies: ['blameless'],
    closing: 'Thank you for telling us. I have noted where you are and what you see.',
  };
}
