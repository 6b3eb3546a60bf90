import type { BriefingContentInput } from './model';

export function productRecallTemplate(): BriefingContentInput {
  return {
    headline: 'Recall of [which product, with its batch numbers or dates]',
    severity: 'critical',
    incidentStatus: 'identified',
    opening:
      'Thank you for calling about the recall. Your safety comes first, so let me tell you what to do with the product.',
    unknowns: ['How it came about.', 'Whether further batches are affected.'],
    statements: [
      'Please stop using the product for now, even if it looks fine.',
      'Please [keep it, return it or throw it away, and where].',
      'The batch number tells whether yours is affected. I can help you find it.',
      'If anybody feels unwell after using it, please see a doctor, and tell me as well.',
      'You need no receipt to talk to us about this.',
    ],
    assurances: [
      {
        text: 'We will try to tell you today how you get a replacement or your money.',
        promiseRule: 'will_try',
      },
      { text: 'I will pass your details on right after this call.', promiseRule: 'will_fix' },
    ],
    neverSay: [
      {
        phrase: 'it is not dangerous',
        sayInstead: 'To be on the safe side, please stop using it for now.',
      },
      {
        phrase: 'nobody has been hurt',
        sayInstead: 'Is anybody with you unwell? Then that comes first.',
      },
      {
        phrase: 'you can use the rest',
        sayInstead: 'Please put all of it aside, even what has been opened.',
      },
      {
        phrase: 'the factory made a mistake',
        sayInstead: 'How it came about is being looked into.',
      },
      {
        phrase: 'you will get your money back',
        sayInstead: 'I write down what you bought and where, and pass it to the person who decides.',
      },
    ],
    qa: [
      {
        question: 'Is mine affected?',
        answer: 'The batch number tells. Please read me what is printed on it, and we look together.',
      },
      {
        question: 'I have used it already. What now?',
        answer:
          'Please stop using it for now, and see a doctor if anybody feels unwell. How is everybody with you?',
      },
      {
        question: 'How do I get my money or a new one?',
        answer: 'I write down what you bought, when and where, and somebody tells you what comes next.',
      },
      {
        question: 'What is wrong with it?',
        answer: 'It is being looked into. Until it is certain, the careful way is to stop using it.',
      },
      {
        question: 'May I give it to somebody or throw it away?',
        answer: 'Please let nobody else use it. I can tell you what to do with it.',
      },
    ],
    intake: [
      { label: 'Batch number or date on the product', kind: 'text', required: true },
      { label: 'Where it was bought', kind: 'text' },
      { label: 'How many pieces', kind: 'number' },
      { label: 'Has it been used?', kind: 'yes_no', required: true },
      { label: 'Is anybody unwell or hurt?', kind: 'yes_no', required: true },
      { label: 'Number to call back', kind: 'phone', required: true },
    ],
    escalateWhen: [
      'Anybody is unwell or hurt, above all a child.',
      'A shop, a canteen or a hospital still sells or serves it.',
      'The batch is not on the list, but shows the same fault.',
      'The caller is a journalist, a lawyer or an authority.',
    ],
    apologies: ['blameless', 'we_owe_you'],
    closing:
      'Thank you for being careful. I have written everything down, and it goes to the right person now.',
  };
}
