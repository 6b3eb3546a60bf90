'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHeader } from '@/ui/page-header';

const parts = [
  { href: '/manage/coaching', label: 'To score' },
  { href: '/manage/coaching/scored', label: 'Scored' },
  { href: '/manage/coaching/results', label: 'Results' },
  { href: '/manage/coaching/form', label: 'The form' },
];

export type CoachingPageProps = {
  about: ReactNode;
  actions?: ReactNode;
  filters?: ReactNode;
  children: ReactNode;
};

/** A page of coaching, with the way to the others. */
export function CoachingPage({ about, actions, filters, children }: CoachingPageProps) {
  const pathname = usePathname();
  return (
    <div className="flex w-full flex-col gap-5 px-4 py-6 lg:px-6">
      <PageHeader title="Coaching" about={about} actions={actions} />
      <nav aria-label="Coaching" className="flex flex-wrap gap-x-1 border-b border-line">
        {parts.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={pathname === href ? 'page' : undefined}
            className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent px-3 font-medium text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      {filters ? (
        <div role="search" aria-label="Filters" className="flex flex-wrap items-end gap-3">
          {filters}
        </div>
      ) : null}
      {children}
    </div>
  );
}
