import type { ReactNode } from 'react';

/** An address to copy into another program. */
export function Address({ children }: { children: string }) {
  return (
    <code className="block rounded bg-sunken px-2 py-1.5 font-mono text-[13px] break-all select-all">
      {children}
    </code>
  );
}

export function Example({ children }: { children: string }) {
  return (
    <pre tabIndex={0} className="overflow-x-auto rounded bg-sunken px-2 py-1.5 font-mono text-[13px]">
      {children}
    </pre>
  );
}

/** One step of setting up another program. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </div>
  );
}

/** How Standard Webhooks are signed, with the secret that was shown once. */
export function SigningStep() {
  return (
    <Step title="How to sign it">
      <p>
        By Standard Webhooks: the headers <code>webhook-id</code>, <code>webhook-timestamp</code> and{' '}
        <code>webhook-signature</code>. The signature is <code>v1,</code> and the Base64 of HMAC-SHA256 over{' '}
        <code>id.timestamp.body</code>, with the secret without <code>whsec_</code>, Base64-decoded, as its
        key.
      </p>
    </Step>
  );
}
