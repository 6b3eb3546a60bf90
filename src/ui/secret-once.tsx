'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';

/** A secret that is shown this one time: to copy, with the warning. */
export function SecretOnce({ label, secret, warning }: { label: string; secret: string; warning: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = () => {
    if (!('clipboard' in navigator)) return setCopied('failed');
    navigator.clipboard.writeText(secret).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border-2 border-high bg-high-soft p-3">
      <p className="font-medium">{label}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 rounded bg-surface px-2 py-1.5 font-mono text-base break-all select-all">
          {secret}
        </code>
        <Button
          onClick={copy}
          icon={
            copied === 'yes' ? (
              <Check aria-hidden className="size-4" />
            ) : (
              <Copy aria-hidden className="size-4" />
            )
          }
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="text-high">{warning}</p>
      <p role="status" className="text-high empty:hidden">
        {copied === 'failed'
          ? 'This browser does not let the page copy. Select the text and copy it yourself.'
          : null}
      </p>
    </div>
  );
}
