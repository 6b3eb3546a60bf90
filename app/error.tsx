'use client';

import { Button } from '@/ui/button';
import { FullPageWords } from '@/ui/full-page-words';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <FullPageWords title="This page could not be shown">
      <p>
        The fault is ours. What you typed on the desk is kept on this computer and will be sent when the page
        is back.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <Button onClick={() => window.location.assign('/')}>Go to your start page</Button>
      </div>
      {error.digest ? (
        <p className="text-ink-soft">Tell your administrator this number: {error.digest}</p>
      ) : null}
    </FullPageWords>
  );
}
