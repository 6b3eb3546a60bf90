import type { BriefingContentInput } from './model';

export function breachTemplate(): BriefingContentInput {
  return {
    headline: 'Personal details may have been seen: [whose, and which details]',
    severity: 'critical',
    incidentStatus: 'investigating',
    opening:
      'I am sorry for the worry this causes you. We know about it, and I can tell you what is certain so far.',
    facts: ['[What is known for certain, and since when]'],
    unknowns: [
      'Whose details are affected.',
      'How it came about.',
      'Whether anybody has misused the details.',
    ],
    statements: [
      'Some personal details may have been seen by somebody who should not have seen them.',
      'People are looking into it right now, and it comes before everything else.',
      'If you would like to be careful, change the password that you use with us, and wherever else you use the same one.',
      'Please be wary of messages about this that ask for a password or for money. It is fine to leave them unanswered.',
      'I can write down your question and give it to the people who are looking into this.',
    ],
    assurances: [
      {
        text: 'We will try to tell you whether your own details are affected as soon as it is known.',
        promiseRule: 'will_try',
      },
      {
        text: 'I will pass your question on right after this call.',
        promiseRule: 'will_fix',
      },
    ],
    neverSay: [
      { phrase: 'your data is safe', sayInstead: 'It is still being checked which details are affected.' },
      {
        phrase: 'we were hacked',
        sayInstead: 'Somebody may have seen details that they should not have seen.',
      },
      {
        phrase: 'nothing can happen to you',
        sayInstead: 'I can tell you what you can do today to be on the careful side.',
      },
      { phrase: 'it was our fault', sayInstead: 'How this came about is being looked into.' },
      {
        phrase: 'you will be compensated',
        sayInstead: 'I am writing down what this has cost you, and the right person will look at it.',
      },
    ],
    qa: [
      {
        question: 'Are my details affected?',
        answer:
          'That is not known yet for each person. I am writing down your name, so that you can be told when it is.',
      },
      {
        question: 'What was seen?',
        answer:
          'It is still being checked. I can tell you what is certain so far, and I would rather not guess.',
      },
      {
        question: 'How could this happen?',
        answer:
          'People are finding out right now. I understand that you want to know, and I pass your question on.',
      },
      {
        question: 'What should I do now?',
        answer:
          'If you would like to be careful, change your password with us and look at your accounts for anything you do not recognise.',
      },
      {
        question: 'Why did you not tell me earlier?',
        answer:
          'I can hear that this upsets you. I am writing that down word for word, and it goes to the right person.',
      },
    ],
    intake: [
      { label: 'Customer number', kind: 'text' },
      { label: 'Number to call back', kind: 'phone', required: true },
      { label: 'E-mail address', kind: 'email' },
      {
        label: 'What worries the caller most',
        kind: 'choice',
        choices: ['Password', 'Bank or card', 'Identity', 'Health or family', 'Something else'],
      },
      { label: 'Has anything unusual happened already?', kind: 'yes_no', required: true },
    ],
    escalateWhen: [
      'The caller says that money or an account has been misused already.',
      'The caller says that they have seen or hold the details of other people.',
      'The caller is a journalist, a lawyer or an authority.',
      'The caller feels in danger, for example because an address became known.',
    ],
    apologies: ['blameless', 'we_owe_you'],
    closing:
      'Thank you for calling. I have written down what you told me, and it goes to the right person now.',
  };
}
