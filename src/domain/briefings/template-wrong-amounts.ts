import type { BriefingContentInput } from './model';

export function wrongAmountsTemplate(): BriefingContentInput {
  return {
    headline: '[Invoices or payslips of which month] show wrong amounts',
    severity: 'high',
    incidentStatus: 'identified',
    opening:
      'I am sorry for the trouble this makes you. We know that some amounts are not right, and I can tell you what is known.',
    facts: ['[What is wrong with the amounts, and who got them]'],
    unknowns: ['How the wrong amounts came about.', 'When all corrected papers are out.'],
    statements: [
      'Some of the amounts that were sent out are not right.',
      'The people who prepare the figures are going through all of them now.',
      'A corrected version is being prepared. You are welcome to wait for it before you pay or sign anything.',
      'If money has moved already, I write down the amount and the day, so that it can be checked.',
      'If this leaves you short of money today, please tell me, and I pass it on as urgent.',
    ],
    assurances: [
      {
        text: 'We will try to let you know today how your own amount is being put right.',
        promiseRule: 'will_try',
      },
      { text: 'I will pass on what you told me right after this call.', promiseRule: 'will_fix' },
    ],
    neverSay: [
      {
        phrase: 'you must have misread it',
        sayInstead: 'Please read me the amount that you see, and I write it down.',
      },
      {
        phrase: 'just pay it for now',
        sayInstead: 'You are welcome to wait for the corrected version before you pay.',
      },
      {
        phrase: 'you will get your money back',
        sayInstead: 'I am writing down the amount, and the right person will look at it.',
      },
      {
        phrase: 'somebody made a mistake',
        sayInstead: 'How the amounts came about is being looked into.',
      },
      {
        phrase: 'everybody got a wrong one',
        sayInstead: 'Others are affected too. Let us look at what it means for you.',
      },
    ],
    qa: [
      {
        question: 'Which amount is the right one?',
        answer:
          'The figures are being checked one by one. I am writing down what you see, so that yours can be compared.',
      },
      {
        question: 'Do I have to pay this?',
        answer: 'You are welcome to wait for the corrected version. I note that you asked.',
      },
      {
        question: 'I have paid already. What now?',
        answer:
          'Thank you for telling me. I write down the amount and the day, and the right person checks it.',
      },
      {
        question: 'When do I get the corrected version?',
        answer: 'The day is not fixed yet. I can have somebody tell you when it is.',
      },
      {
        question: 'Who pays my reminder fees or overdraft?',
        answer:
          'That is a fair question. I write down what it has cost you, and pass it to the person who decides.',
      },
    ],
    intake: [
      { label: 'Customer or employee number', kind: 'text', required: true },
      { label: 'Amount on the paper', kind: 'number' },
      { label: 'Amount the caller expected', kind: 'number' },
      { label: 'Has the caller paid, or been paid, already?', kind: 'yes_no' },
      { label: 'Number to call back', kind: 'phone', required: true },
    ],
    escalateWhen: [
      'The caller cannot pay rent, food or medicine because of this.',
      'The caller got the papers of somebody else.',
      'The amount would be taken from an account today or tomorrow.',
      'The caller is a journalist, a lawyer or an authority.',
    ],
    apologies: ['direct', 'blameless', 'we_owe_you'],
    closing: 'Thank you for your patience. I have your figures here, and they go to the right person now.',
  };
}
