import type { KeyAction } from '@/domain/tenancy/model';

export { keysOf } from '@/domain/tenancy/key-problems';
export type { KeyAction };

/** What an action does, as the sheet of keys and the palette say it. */
export const actionWords: Readonly<Record<KeyAction, string>> = {
  answer: 'Answer the call that has waited longest',
  handOver: 'Hand the call, or the callback, over to a colleague',
  wrapUp: 'Wrap up the call',
  escalate: 'Escalate: see who is told, then start',
  emergency: 'Emergency: tell the responsible contact now',
  mood: 'Mood: calm, upset, angry, abusive, and round again',
  urgency: 'Go to the urgency',
  nextStep: 'Go to the next open step of the guide',
  promise: 'Promise something to the caller',
  readBack: 'Read back and ask for agreement',
  abuse: 'Name the boundary: the caller is abusive',
  confirm: 'I have read it: confirm the briefing that changed',
  language: 'Read the briefing in its next language',
  tell1: 'Mark statement 1 as told',
  tell2: 'Mark statement 2 as told',
  tell3: 'Mark statement 3 as told',
  tell4: 'Mark statement 4 as told',
  tell5: 'Mark statement 5 as told',
  tell6: 'Mark statement 6 as told',
  tell7: 'Mark statement 7 as told',
  tell8: 'Mark statement 8 as told',
  tell9: 'Mark statement 9 as told',
  nextRegion: 'Next region of the call',
  previousRegion: 'Previous region of the call',
  palette: 'Find anything, do anything',
  keySheet: 'Show or hide the keys',
};

/** By the number of the statement in its version. */
export const tellActions = [
  'tell1',
  'tell2',
  'tell3',
  'tell4',
  'tell5',
  'tell6',
  'tell7',
  'tell8',
  'tell9',
] as const satisfies readonly KeyAction[];

export const actionGroups: readonly { title: string; actions: readonly KeyAction[] }[] = [
  { title: 'Calls', actions: ['answer', 'emergency', 'escalate', 'handOver', 'wrapUp'] },
  { title: 'This call', actions: ['mood', 'urgency', 'nextStep', 'promise', 'readBack', 'abuse'] },
  { title: 'Words', actions: ['confirm', 'language', ...tellActions] },
  { title: 'Places', actions: ['palette', 'keySheet', 'nextRegion', 'previousRegion'] },
];

/** What no setting changes: it belongs to the field, the list or the dialog that has the focus. */
export const fixedKeys: readonly { keys: string; words: string }[] = [
  { keys: 'enter', words: 'In the notes: add the point to the log (with Shift a new line)' },
  {
    keys: 'mod+enter',
    words: 'Complete the step you are in: add the note, start the escalation, save',
  },
  { keys: 'slash', words: 'In an empty notes field: go to the approved statements' },
  {
    keys: '1',
    words:
      'In a callback: reached; 2 voicemail, 3 no answer, 4 wrong number, 5 refused (with Alt while typing the note)',
  },
  { keys: 'escape', words: 'Close a panel; it never ends a call and never throws text away' },
];
