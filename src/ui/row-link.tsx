import Link from 'next/link';
import type { ReactNode } from 'react';

/** The link of a table row: the whole row can be pressed. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium underline-offset-2 after:absolute after:inset-0 hover:underline">
      {children}
    </Link>
  );
}
