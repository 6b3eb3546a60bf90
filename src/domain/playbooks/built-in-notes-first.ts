import type { Playbook } from './model';

/** Listen in silence and write; find out the reason afterwards; call back the same day rather than solve on the spot. */
export function notesFirst(): Playbook {
  return {
    id: 'notes_first',
    version: 1,
    isBuiltIn: true,
    content: {
      name: 'Notes first',
      summary:
        'Listen in silence and take notes until the caller asks for you. Gather, promise a call back today, and keep it.',
      listening: 'silence',
      promise: 'will',
      resolution: 'call_back',
      foldsAccount: false,
      listeningSeconds: 120,
      listeningLine: 'I am here, taking notes.',
      doorOpeners: [],
      cutInLine: '',
      openQuestions: [
        'What would you like me to note as the reason of your call?',
        'What happened first, and what then?',
        'What have you been told so far, and by whom?',
        'What does this stop you from doing?',
      ],
      closedQuestions: [
        'Have I noted the date correctly?',
        'May we call you back on this number today?',
        'Is there an hour at which we should not call?',
      ],
      apologies: {
        direct: 'I am sorry that we got this wrong.',
        blameless: 'I am sorry for the trouble this has given you today.',
        we_owe_you: 'We owe you a proper answer, and you will have it today.',
      },
      abuseLine: 'I want to note everything you tell me. I can do that when you speak to me without insults.',
      abuseLimit: 2,
      endingLine: 'I have kept my notes and am ending this call now. You are welcome to call again.',
      steps: steps(),
    },
  };
}

function steps(): Playbook['content']['steps'] {
  return [
    {
      id: 'listen',
      title: 'Listen in silence',
      cue: 'Say nothing, not even yes. Speak only when asked whether you are there.',
      cueByEmail: 'Read the whole message to its end before you write anything.',
      kind: 'listening',
      isRequired: true,
    },
    {
      id: 'notes',
      title: 'Take notes',
      cue: 'Write point by point, in the caller’s own words. Enter keeps a point.',
      cueByEmail: 'Copy the points of the message, one note each, in the writer’s words.',
      kind: 'notes',
      isRequired: true,
    },
    {
      id: 'reason',
      title: 'Ask for the reason',
      cue: 'Only now: “What should I note as the reason of your call?”',
      cueByEmail: 'Sum up the reason of the message in one sentence.',
      kind: 'issue',
      isRequired: true,
    },
    {
      id: 'account',
      title: 'Who calls',
      cue: 'Name, and the number that reaches the caller today.',
      cueByEmail: 'Who wrote, and the number or address that reaches them today.',
      kind: 'account',
      isRequired: true,
    },
    {
      id: 'gaps',
      title: 'Fill the gaps',
      cue: 'Ask only for what your notes lack. Do not look for the remedy yet.',
      cueByEmail: 'What does the message leave open? Note it for the call back.',
      kind: 'questions',
      isRequired: false,
    },
    {
      id: 'triage',
      title: 'Angry or urgent?',
      cue: 'Two separate things: how the caller feels, and how soon it matters.',
      cueByEmail: 'Two separate things: how the message sounds, and how soon it matters.',
      kind: 'triage',
      isRequired: false,
    },
    {
      id: 'remedy',
      title: 'Routine remedy',
      cue: 'On the client’s list? Do it now. Anything else is called back.',
      cueByEmail: 'On the client’s list? Do it now. Anything else is answered later today.',
      kind: 'remedy',
      isRequired: false,
    },
    {
      id: 'apology',
      title: 'Apologise',
      cue: 'Once, in the kind of words that the client permits.',
      cueByEmail: 'Begin the answer with it: once, in the words that the client permits.',
      kind: 'apology',
      isRequired: false,
    },
    {
      id: 'promise',
      title: 'Promise a call today',
      cue: 'Say by what hour, today. Name who will call.',
      cueByEmail: 'Write by what hour they are answered, today, and by whom.',
      kind: 'promise',
      isRequired: true,
    },
    {
      id: 'relay',
      title: 'Pass it on',
      cue: 'The person who must keep the promise has your notes before you hang up.',
      cueByEmail: 'The person who must keep the promise has your notes before you answer.',
      kind: 'escalation',
      isRequired: false,
    },
    {
      id: 'read_back',
      title: 'Read your notes back',
      cue: 'Reason, what happens now, and the hour. Does the caller agree?',
      cueByEmail: 'Close the answer with reason, what happens now, and the hour.',
      kind: 'read_back',
      isRequired: true,
    },
  ];
}
