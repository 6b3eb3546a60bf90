import type { Playbook } from './model';
import { elevenStepList } from './built-in-eleven-step-list';

/** From listening to a log for whoever comes next; an attempt is promised, never the mending itself. */
export function elevenSteps(): Playbook {
  return {
    id: 'eleven_steps',
    version: 1,
    isBuiltIn: true,
    content: {
      name: 'Resolve in eleven steps',
      summary:
        'Listen, feel with the caller, ask for facts, apologise as permitted, offer to try, agree by reading back, log it well.',
      listening: 'sounds',
      promise: 'will_try',
      resolution: 'solve_now',
      foldsAccount: false,
      listeningSeconds: 90,
      listeningLine: 'Yes, I am listening.',
      doorOpeners: [
        'Yes.',
        'I see.',
        'I understand what you are saying.',
        'And then?',
        'Thank you for telling me.',
      ],
      cutInLine: 'Excuse me, let me make sure that I have this right so far.',
      openQuestions: [
        'What happened, from the beginning?',
        'When did you notice it first?',
        'What did the letter or the message say?',
        'What have you done about it so far?',
        'How would you like this to end?',
      ],
      closedQuestions: [
        'Was that today?',
        'Do you have the number in front of you?',
        'Has anybody called you about it?',
        'Is the amount the only thing that is wrong?',
        'Shall I try that for you now?',
      ],
      apologies: {
        direct: 'I am sorry that this mistake was made.',
        blameless: 'I am sorry that this has happened to you.',
        we_owe_you: 'We owe you an explanation, and I will try to get it for you.',
      },
      abuseLine: 'I would like to help you, and I can when we both stay polite.',
      abuseLimit: 2,
      endingLine:
        'I have asked twice that we stay polite. I am ending the call now; you may call again at any time.',
      steps: elevenStepList(),
    },
  };
}
