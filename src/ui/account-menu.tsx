'use client';

import { Menu } from '@base-ui/react/menu';
import { ChevronDown, GraduationCap, LogOut, MonitorSmartphone, UserRound } from 'lucide-react';
import { useState } from 'react';
import { isClientsRole, roleOf, roleWords } from './role-words';

export type AccountMenuProps = { name: string; role: string; onSignOut: () => Promise<void> };

/** Who is signed in, and the way out. */
export function AccountMenu({ name, role, onSignOut }: AccountMenuProps) {
  const [isLeaving, setIsLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = () => {
    setIsLeaving(true);
    setProblem(null);
    onSignOut().catch(() => {
      setIsLeaving(false);
      setProblem('Signing out failed. Check the connection and try again.');
    });
  };
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="inline-flex h-9 max-w-48 items-center gap-1 rounded-md px-2 font-medium hover:bg-sunken">
        <UserRound aria-hidden className="size-5 shrink-0 sm:hidden" />
        <span className="truncate max-sm:sr-only">{name}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50">
          <Menu.Popup className="min-w-52 rounded-md border border-line bg-raised p-1 shadow-lg outline-none">
            <div className="border-b border-line px-3 py-2">
              <p className="font-medium">{name}</p>
              <p className="text-ink-soft">{roleWords[roleOf(role)]}</p>
            </div>
            {problem ? <p className="px-3 py-2 text-critical">{problem}</p> : null}
            <Menu.LinkItem
              href="/account"
              className="mt-1 flex h-9 items-center gap-2 rounded px-3 outline-none data-[highlighted]:bg-accent-soft"
            >
              <MonitorSmartphone aria-hidden className="size-4" />
              Your sessions
            </Menu.LinkItem>
            {isClientsRole(role) ? null : (
              <Menu.LinkItem
                href="/account/coaching"
                className="flex h-9 items-center gap-2 rounded px-3 outline-none data-[highlighted]:bg-accent-soft"
              >
                <GraduationCap aria-hidden className="size-4" />
                Your coaching
              </Menu.LinkItem>
            )}
            <Menu.Item
              closeOnClick={false}
              disabled={isLeaving}
              onClick={leave}
              className="flex h-9 cursor-pointer items-center gap-2 rounded px-3 outline-none data-[highlighted]:bg-accent-soft"
            >
              <LogOut aria-hidden className="size-4" />
              {isLeaving ? 'Signing out…' : 'Sign out'}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
