import type { Playbook } from './model';

/** The default for overflow: repeat the issue back, find out what is urgent, let the right person know, follow up. */
export function stepBack(): Playbook {
  return {
    id: 'step_back',
    version: 1,
    isBuiltIn: true,
    content: {
      name: 'Step back and relay',
      summary:
        'Breathe, be there, repeat the issue back, find out what is urgent, let the right person know, and follow up yourself.',
      listening: 'sounds',
      promise: 'will_try',
      resolution: 'call_back',
      foldsAccount: false,
      listeningSeconds: 60,
      listeningLine: 'I am here. Please go on.',
      doorOpeners: ['I see.', 'I am listening.', 'I am writing this down.', 'Thank you, I have that.'],
      cutInLine: 'May I stop you for a moment, so that I pass this on correctly?',
      openQuestions: [
        'What happened?',
        'What do you need first?',
        'Who have you spoken to about it?',
        'What should the person who calls you back know?',
      ],
      closedQuestions: [
        'Did I get that right?',
        'Is anybody in danger, or is money moving right now?',
        'Does it have to be today?',
        'Is this the best number for you?',
      ],
      apologies: {
        direct: 'I am sorry about this mistake.',
        blameless: 'I am sorry that you have this trouble.',
        we_owe_you: 'You are owed an answer, and I will pass that on as you told me.',
      },
      abuseLine: 'I want to pass this on for you. Please do not speak to me like that.',
      abuseLimit: 2,
      endingLine:
        'I pass on what you have told me and am ending this call now. You are welcome to call again.',
      steps: steps(),
    },
  };
}

function steps(): Playbook['content']['steps'] {
  return [
    {
      id: 'breathe',
      title: 'Take a breath',
      cue: 'Before you speak: one breath, shoulders down. It is not about you.',
      cueByEmail: 'One breath before you read. It is not about you.',
      kind: 'tick',
      isRequired: false,
    },
    {
      id: 'be_there',
      title: 'Be there',
      cue: 'Say just enough to show that you are there. Let them talk.',
      cueByEmail: 'Read it all, once, without planning the answer.',
      kind: 'listening',
      isRequired: false,
    },
    {
      id: 'cut_in',
      title: 'Cut in gently',
      cue: 'No break coming? Use the line below, by name if you have it.',
      cueByEmail: 'A long message? Answer the first matter, name the others.',
      kind: 'tick',
      isRequired: false,
    },
    {
      id: 'issue',
      title: 'Repeat it back',
      cue: 'Say the issue as you heard it, in one sentence. Wait for the yes.',
      cueByEmail: 'Put the issue into one sentence, as you understand it.',
      kind: 'issue',
      isRequired: true,
    },
    {
      id: 'unclear',
      title: 'Ask where unclear',
      cue: 'Only there. The briefing knows the rest.',
      cueByEmail: 'Only there, in one message.',
      kind: 'questions',
      isRequired: false,
    },
    {
      id: 'account',
      title: 'Who calls',
      cue: 'Name, number, and what the briefing asks the caller for.',
      cueByEmail: 'Name, address, and what the briefing asks the writer for.',
      kind: 'account',
      isRequired: true,
    },
    {
      id: 'triage',
      title: 'Angry, or urgent?',
      cue: 'An upset caller may only be in a hurry, a calm one in need. Mark both.',
      cueByEmail: 'An upset message may only be in a hurry, a calm one in need. Mark both.',
      kind: 'triage',
      isRequired: true,
    },
    {
      id: 'assure',
      title: 'Assure',
      cue: 'Only what the client lets you promise. The apology that is permitted.',
      cueByEmail: 'Only what the client lets you promise. The apology that is permitted.',
      kind: 'apology',
      isRequired: false,
    },
    {
      id: 'relay',
      title: 'Let the right person know',
      cue: 'Urgent, or over your head? Tell them now and ask them to follow up.',
      cueByEmail: 'Urgent, or over your head? Tell them now and ask them to follow up.',
      kind: 'escalation',
      isRequired: false,
    },
    {
      id: 'follow_up',
      title: 'Follow up yourself',
      cue: 'What you will do, and by when. Be sure that it happened.',
      cueByEmail: 'What you will do, and by when. Be sure that it happened.',
      kind: 'promise',
      isRequired: false,
    },
    {
      id: 'read_back',
      title: 'Read back',
      cue: 'Issue, who knows of it, what follows. Does the caller agree?',
      cueByEmail: 'Close with the issue, who knows of it and what follows.',
      kind: 'read_back',
      isRequired: true,
    },
  ];
}
