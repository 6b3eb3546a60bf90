'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';

type Outcome = 'none' | 'copied' | 'refused';

const outcomeWords: Record<Outcome, string> = {
  none: '',
  copied: 'Copied.',
  refused: 'This browser does not let the page copy. Select the text and copy it yourself.',
};

/** Puts a text on the clipboard, and says whether it did. */
export function CopyText({ text, words = 'Copy as text' }: { text: string; words?: string }) {
  const [copied, setCopied] = useState<{ text: string; outcome: Outcome }>({ text: '', outcome: 'none' });
  // A text that has changed since was not copied.
  const outcome = copied.text === text ? copied.outcome : 'none';
  const Icon = outcome === 'copied' ? Check : Copy;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, outcome: 'copied' });
    } catch {
      setCopied({ text, outcome: 'refused' });
    }
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button icon={<Icon aria-hidden className="size-4" />} onClick={() => void copy()}>
        {words}
      </Button>
      <span role="status" className="text-ink-soft">
        {outcomeWords[outcome]}
      </span>
    </span>
  );
}
