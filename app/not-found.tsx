import type { Metadata } from 'next';
import { FullPageWords } from '@/ui/full-page-words';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <FullPageWords title="There is nothing at this address">
      <p>The link may be old or mistyped, or what it led to belongs to somebody else.</p>
      <p>
        <a href="/" className="font-medium text-accent underline underline-offset-2">
          Go to your start page
        </a>
      </p>
    </FullPageWords>
  );
}
