import type { BriefingContentInput } from './model';

export function closureTemplate(): BriefingContentInput {
  return {
    headline: 'Closed because of the weather: [which sites, and until when]',
    severity: 'medium',
    incidentStatus: 'identified',
    opening:
      'I am sorry that we are closed today. It is because of the weather, so that everybody stays safe.',
    unknowns: ['Whether we open again tomorrow.'],
    statements: [
      'We are closed because of the weather, so that nobody has to travel in it.',
      'Please stay where you are safe. Nobody expects you to travel today.',
      'New appointments come from us. [How and when callers hear about theirs.]',
      'If your matter cannot wait until we open, please tell me, and I find out who can help.',
      'Whether we open tomorrow is decided by the weather, and it is not known yet.',
    ],
    assurances: [
      { text: 'We will try to offer you a new time as soon as we open again.', promiseRule: 'will_try' },
      { text: 'I will note your appointment for the team right now.', promiseRule: 'will_fix' },
    ],
    neverSay: [
      {
        phrase: 'you should have checked the website',
        sayInstead: 'I can tell you how it stands right now.',
      },
      { phrase: 'call back tomorrow', sayInstead: 'I note your number, so that somebody can call you.' },
      {
        phrase: 'we will be open tomorrow',
        sayInstead: 'Whether we open tomorrow is not known yet.',
      },
      {
        phrase: 'your appointment is cancelled',
        sayInstead: 'Your appointment cannot take place today, and I note that you need a new one.',
      },
    ],
    qa: [
      {
        question: 'When do you open again?',
        answer: 'It depends on the weather, and is not known yet. I can note your number.',
      },
      {
        question: 'What about my appointment today?',
        answer: 'It cannot take place today. I note it for the team, so that they can offer you a new time.',
      },
      {
        question: 'Do I have to pay for the missed appointment?',
        answer: 'That is a fair question. I note it, so that you get a firm answer from the team.',
      },
      {
        question: 'My matter is urgent. Who can help me now?',
        answer:
          'Please tell me what happened. If anybody is in danger, please hang up and dial the emergency number.',
      },
    ],
    intake: [
      { label: 'Time of the appointment', kind: 'text' },
      { label: 'With whom', kind: 'text' },
      {
        label: 'How the caller likes to be reached',
        kind: 'choice',
        choices: ['Phone', 'Text message', 'E-mail'],
      },
      { label: 'Number to call back', kind: 'phone', required: true },
      { label: 'Can it wait until we open?', kind: 'yes_no', required: true },
    ],
    escalateWhen: [
      'Somebody’s health depends on the appointment.',
      'Somebody is at the closed site now, or stuck on the way.',
      'The caller reports damage at a site.',
    ],
    apologies: ['blameless'],
    closing: 'Thank you for calling, and please stay safe. The team has your note when it is back.',
  };
}
