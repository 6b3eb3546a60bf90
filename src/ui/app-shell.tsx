'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ConnectionWords } from './connection-words';

/** `icon` is an element, not a component, so that a server layout can pass it: `<Phone className="size-5" />`. */
export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** How much waits there; `<NavCount>` of nav-count.tsx. */
  badge?: ReactNode;
};

export type AppShellProps = {
  organizationName: string;
  /** For a client's people: the company they work for. */
  clientName?: string | null;
  nav: readonly NavItem[];
  /** What this person is doing right now, for example "Available" with the time elapsed. */
  presence?: ReactNode;
  /** `<InboxBell />` of inbox-bell.tsx, for people who get messages in the product. */
  bell?: ReactNode;
  /** `<SignedInMenu name role />` of app/signed-in-menu.tsx. */
  accountMenu: ReactNode;
  children: ReactNode;
};

function isCurrent(pathname: string, item: NavItem, nav: readonly NavItem[]): boolean {
  const covers = (href: string) => pathname === href || pathname.startsWith(`${href}/`);
  const longer = nav.some((other) => other.href.length > item.href.length && covers(other.href));
  return covers(item.href) && !longer;
}

/** So many places need names in a row each, where there is room, or the last of them are below the edge. */
const MANY_PLACES = 8;

/**
 * Top bar of 48 px, rail of 56 px; below 640 px the rail is a bar at the bottom of the screen. With many places, and
 * from 1,280 px on, their names stand beside their icons.
 */
export function AppShell({
  organizationName,
  clientName,
  nav,
  presence,
  bell,
  accountMenu,
  children,
}: AppShellProps) {
  const pathname = usePathname();
  const isLong = nav.length > MANY_PLACES;
  return (
    <div className="flex h-dvh flex-col print:block print:h-auto">
      <a
        href="#content"
        className="sr-only z-50 rounded bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-1 focus:left-1"
      >
        Skip to content
      </a>
      <header className="flex h-12 shrink-0 items-center gap-x-4 border-b border-line bg-sunken px-3 print:hidden">
        <p className="min-w-0 truncate">
          <span className="font-semibold">{clientName ?? organizationName}</span>
          {clientName ? <span className="text-ink-soft max-sm:sr-only"> at {organizationName}</span> : null}
        </p>
        <div className="ml-auto flex items-center gap-x-4">
          {presence}
          <ConnectionWords />
          {bell}
          {accountMenu}
        </div>
      </header>
      <div className="flex min-h-0 flex-1 max-sm:flex-col-reverse print:block">
        {nav.length > 1 ? (
          <nav
            aria-label="Main"
            className={classNames(
              'flex shrink-0 border-line bg-sunken max-sm:overflow-x-auto max-sm:border-t sm:w-14 sm:flex-col sm:overflow-y-auto sm:border-r print:hidden',
              isLong && 'xl:w-44 xl:py-2',
            )}
          >
            {nav.map((item) => (
              <Link
                key={item.href}
                href={item.href}
                aria-current={isCurrent(pathname, item, nav) ? 'page' : undefined}
                className={classNames(
                  'relative flex min-h-14 min-w-14 flex-col items-center justify-center gap-0.5 text-center text-[10px] leading-3',
                  'text-ink-soft -outline-offset-2 hover:bg-surface hover:text-ink max-sm:flex-1',
                  'aria-[current=page]:bg-surface aria-[current=page]:text-accent',
                  isLong &&
                    'xl:[&>span]:top-2 xl:[&>span]:right-2 xl:min-h-8 xl:shrink-0 xl:flex-row xl:justify-start xl:gap-2.5 xl:px-3 xl:text-left xl:text-[13px] xl:leading-5',
                  'aria-[current=page]:shadow-[inset_3px_0_0_var(--accent)] max-sm:aria-[current=page]:shadow-[inset_0_3px_0_var(--accent)]',
                )}
              >
                {item.icon}
                {item.label}
                {item.badge}
              </Link>
            ))}
          </nav>
        ) : null}
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto outline-none print:block print:overflow-visible"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
