'use client';

import { CheckCheck, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from './button';
import { Field, TextArea } from './field';

export type ApprovalButtonsProps = {
  /** How many of the open sentences are ticked. */
  ticked: number;
  open: number;
  of: 'draft' | 'published';
  isPending: boolean;
  problem: ReactNode;
  onApprove: (publish: boolean) => void;
  onReject?: (words: string) => void;
};

type Press = 'publish' | 'approve' | 'reject';

/** Sends a draft back with what is missing; the words are required. */
function SendBack(props: { isBusy: boolean; onReject: (words: string) => void; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  return (
    <form
      noValidate
      className="flex flex-col gap-3 rounded-md border border-line bg-raised p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = words.trim();
        setIsMissing(reason === '');
        if (reason !== '') props.onReject(reason);
        else event.currentTarget.querySelector('textarea')?.focus();
      }}
    >
      <Field
        label="What must be mended"
        hint="The author reads these words above the draft."
        error={
          isMissing && words.trim() === '' ? 'Say what is missing, so that the author can mend it.' : null
        }
      >
        <TextArea
          autoFocus
          rows={3}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="call" variant="danger" isBusy={props.isBusy}>
          Send back
        </Button>
        <Button size="call" onClick={props.onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}

/** The decision at the foot of the panel; what a press does stands on its button. */
export function ApprovalButtons(props: ApprovalButtonsProps) {
  const { ticked, open, of, isPending, problem, onApprove, onReject } = props;
  const [pressed, setPressed] = useState<Press>('approve');
  const [isSendingBack, setIsSendingBack] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const isNone = open > 0 && ticked === 0;
  const part = open > 0 && ticked < open ? `${ticked} of ${open}` : '';
  const approve = (press: 'publish' | 'approve') => {
    setPressed(press);
    setIsRefused(isNone);
    if (!isNone) onApprove(press === 'publish');
  };
  const isBusy = (press: Press) => isPending && pressed === press;
  const check = <CheckCheck aria-hidden className="size-4" />;
  return (
    <div className="flex flex-col gap-3">
      {problem ? (
        <div role="alert" className="font-medium text-critical">
          {problem}
        </div>
      ) : null}
      {isRefused && isNone ? (
        <p role="alert" className="font-medium text-critical">
          Nothing is ticked. Tick at least one sentence{onReject ? ', or send the draft back' : ''}.
        </p>
      ) : null}
      {isSendingBack && onReject ? (
        <SendBack
          isBusy={isBusy('reject')}
          onReject={(words) => {
            setPressed('reject');
            onReject(words);
          }}
          onClose={() => setIsSendingBack(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          {of === 'draft' ? (
            <>
              <Button
                variant="primary"
                size="call"
                icon={check}
                isBusy={isBusy('publish')}
                onClick={() => approve('publish')}
              >
                {part ? `Approve ${part} and publish` : 'Approve and publish'}
              </Button>
              <Button size="call" isBusy={isBusy('approve')} onClick={() => approve('approve')}>
                {part ? `Approve ${part}` : 'Approve'}
              </Button>
            </>
          ) : (
            <Button
              variant="primary"
              size="call"
              icon={check}
              isBusy={isBusy('approve')}
              onClick={() => approve('approve')}
            >
              {part ? `Approve ${part} of what is published` : 'Approve what is published'}
            </Button>
          )}
          {onReject ? (
            <Button
              size="call"
              icon={<Undo2 aria-hidden className="size-4" />}
              onClick={() => setIsSendingBack(true)}
            >
              Send back
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
