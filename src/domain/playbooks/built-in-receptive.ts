import type { Playbook } from './model';

/** Five steps: vent, define, wish, promise with a firm deadline, do it. The same by e-mail. */
export function receptive(): Playbook {
  return {
    id: 'receptive',
    version: 1,
    isBuiltIn: true,
    content: {
      name: 'Passive and receptive',
      summary:
        'Let it all out, have the whole problem defined, ask what would solve it, promise that with a firm deadline, do it.',
      listening: 'sounds',
      promise: 'will',
      resolution: 'call_back',
      foldsAccount: false,
      listeningSeconds: 180,
      listeningLine: 'I am listening. Take your time.',
      doorOpeners: ['Mm-hm.', 'I hear you.', 'Please tell me all of it.', 'I am still listening.'],
      cutInLine:
        'Thank you for telling me. So that nothing is missing: may I ask for the whole problem once more?',
      openQuestions: [
        'Would you tell me the whole problem, from the beginning?',
        'What else belongs to it?',
        'What would solve this for you?',
        'What would be enough for today?',
      ],
      closedQuestions: [
        'Is that the whole problem?',
        'If that were done by then, would it be settled?',
        'Would that be fair to you?',
      ],
      apologies: {
        direct: 'I am sorry for what we did.',
        blameless: 'I am sorry that you have been through this.',
        we_owe_you: 'We owe you that it is put right. Please tell me what would do it.',
      },
      abuseLine: 'You may be as angry as you are. Please leave me out of it, so that I can help.',
      abuseLimit: 2,
      endingLine: 'I am ending this call now. What you told me is kept, and you are welcome to call again.',
      steps: steps(),
    },
  };
}

function steps(): Playbook['content']['steps'] {
  return [
    {
      id: 'vent',
      title: '1. Let them vent',
      cue: 'Until it is all out. Answer nothing, correct nothing.',
      cueByEmail: 'Read it all. Answer nothing and correct nothing yet.',
      kind: 'listening',
      isRequired: true,
    },
    {
      id: 'define',
      title: '2. The whole problem',
      cue: 'Calmly: “Please tell me the whole problem, so that I have all of it.”',
      cueByEmail: 'Put the whole problem into one or two sentences. Ask for what is unclear.',
      kind: 'issue',
      isRequired: true,
    },
    {
      id: 'questions',
      title: 'Anything missing?',
      cue: 'Ask until the caller says that this is all of it.',
      cueByEmail: 'Ask in the answer whether this is all of it.',
      kind: 'questions',
      isRequired: false,
    },
    {
      id: 'account',
      title: 'Who calls',
      cue: 'Who it is, and how the caller is told that it is done.',
      cueByEmail: 'Who wrote, and how they want to be told that it is done.',
      kind: 'account',
      isRequired: true,
    },
    {
      id: 'triage',
      title: 'Angry or urgent?',
      cue: 'Upset is not urgent, and urgent is not upset. Mark both.',
      cueByEmail: 'Upset is not urgent, and urgent is not upset. Mark both.',
      kind: 'triage',
      isRequired: false,
    },
    {
      id: 'wish',
      title: '3. What would solve it?',
      cue: '“What would solve this for you?” Write it in their words, unjudged.',
      cueByEmail: 'The solution they ask for, in their words. None named? Ask for it.',
      kind: 'wish',
      isRequired: true,
    },
    {
      id: 'apology',
      title: 'Apologise',
      cue: 'One sentence, permitted by the client, before the promise.',
      cueByEmail: 'One sentence, permitted by the client, before the promise.',
      kind: 'apology',
      isRequired: false,
    },
    {
      id: 'promise',
      title: '4. Promise it, firmly',
      cue: 'Their solution or the nearest that the briefing permits. A date and an hour.',
      cueByEmail: 'Their solution or the nearest that the briefing permits. A date and an hour.',
      kind: 'promise',
      isRequired: true,
    },
    {
      id: 'read_back',
      title: 'Agreed?',
      cue: 'Problem, solution, deadline. Does the caller agree?',
      cueByEmail: 'Close with problem, solution and deadline.',
      kind: 'read_back',
      isRequired: true,
    },
    {
      id: 'do_it',
      title: '5. Do it',
      cue: 'Before the next call: the person who has to do it knows the deadline.',
      cueByEmail: 'Before the next message: the person who has to do it knows the deadline.',
      kind: 'escalation',
      isRequired: false,
    },
  ];
}
