'use client';

import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';

const keys: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ['F2'], words: 'Answer the call that has waited longest' },
  { keys: ['F4'], words: 'Go to the urgency' },
  {
    keys: ['F6'],
    words:
      'I have read it: confirm the briefing that changed (in a list the one with the focus, else the first)',
  },
  { keys: ['F8'], words: 'Escalate: see who is told, then start' },
  { keys: ['F9'], words: 'Wrap up the call' },
  { keys: ['Enter'], words: 'In the notes: add the point to the log (Shift and Enter for a new line)' },
  {
    keys: ['Ctrl', 'Enter'],
    words: 'Complete the step you are in: add the note, start the escalation, save',
  },
  { keys: ['/'], words: 'In an empty notes field: go to the approved statements' },
  { keys: ['Alt', '1'], words: 'Mark statement 1 as told; the same with 2 to 9' },
  { keys: ['Alt', 'L'], words: 'Read the briefing in its next language' },
  {
    keys: ['1'],
    words:
      'In a callback: reached; 2 voicemail, 3 no answer, 4 wrong number, 5 refused (with Alt while typing the note)',
  },
  { keys: ['Alt', '↓'], words: 'Next region of the call; with ↑ the one before' },
  { keys: ['Esc'], words: 'Close a panel; it never ends a call and never throws text away' },
  { keys: ['Ctrl', '/'], words: 'Show or hide these keys' },
];

export function KeySheet({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keys">
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map((line) => (
          <div key={line.words} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-right">
              <KeyHint keys={line.keys} />
            </dt>
            <dd>{line.words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
