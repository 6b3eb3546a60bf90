import type { BriefingContentInput } from '@/domain/briefings/model';

export type Outline = { title: string; about: string; content: BriefingContentInput };

/** Where a first briefing may begin. Words in [brackets] are to be filled in; none can be published by oversight. */
export const outlines: readonly Outline[] = [
  {
    title: 'Blank',
    about: 'All blocks, nothing in them.',
    content: {},
  },
  {
    title: 'Something wrong was sent out',
    about: 'Letters, figures, invoices or messages with errors, or to the wrong people.',
    content: {
      severity: 'high',
      headline: '[What was sent] was sent [wrong in which way]',
      opening:
        'You are calling about [what was sent]. I am sorry about this. We know about it, and I can tell you what we know so far.',
      facts: ['[What was sent, when, and to how many]'],
      unknowns: ['Whether anyone besides the addressee has seen it.'],
      statements: [
        '[What was sent] on [date] contains an error. You do not need to do anything with it.',
        'A corrected version will reach you by [day].',
      ],
      assurances: [
        { text: 'You will be called back today with an answer to your question.', promiseRule: 'will_try' },
      ],
      neverSay: [
        { phrase: 'Nothing can happen to you.', sayInstead: 'We are looking into what this means for you.' },
        {
          phrase: 'Somebody made a mistake.',
          sayInstead: 'An error happened on our side, and we are mending it.',
        },
      ],
      qa: [{ question: 'Is my personal information affected?', answer: '[What may be said about this]' }],
      intake: [{ label: 'Customer number', kind: 'text' }],
      escalateWhen: ['The caller is a journalist, a lawyer or an authority.'],
      closing:
        'Thank you for calling. I have written down [your question], and it goes to the right person now.',
    },
  },
  {
    title: 'A system or supply is down',
    about: 'An outage: a website, payments, a line, heating.',
    content: {
      severity: 'high',
      headline: '[What] is not working since [time]',
      opening:
        'We know that [what] is not working at the moment. I am sorry for the trouble this causes you.',
      facts: ['[What works and what does not, and since when]'],
      unknowns: ['The cause.', 'When it will work again.'],
      statements: [
        'Our technicians are working on it.',
        'Until it works again, you can [what callers can do instead].',
      ],
      neverSay: [
        { phrase: 'It will be back in a few minutes.', sayInstead: 'We will know more by the next update.' },
      ],
      intake: [{ label: 'Where are you calling from?', kind: 'text' }],
      escalateWhen: ['Somebody’s health or safety depends on it.'],
    },
  },
  {
    title: 'A delivery or appointment is late',
    about: 'Deliveries, visits or appointments that cannot be kept.',
    content: {
      severity: 'medium',
      headline: '[Deliveries or appointments] of [day] are late',
      opening: 'I am sorry that you are waiting. We know that [deliveries or appointments] are late today.',
      statements: ['Today’s [deliveries or appointments] are up to [how long] late.'],
      assurances: [{ text: 'You will be told the new time today.', promiseRule: 'will_try' }],
      neverSay: [{ phrase: 'The driver is to blame.', sayInstead: 'The delay is on our side.' }],
      intake: [{ label: 'Order number', kind: 'text', required: true }],
      escalateWhen: ['Waiting longer would cost the caller money or health.'],
    },
  },
];
