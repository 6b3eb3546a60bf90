'use client';

import { Menu } from '@base-ui/react/menu';
import {
  ChartColumn,
  CheckCheck,
  Download,
  Ellipsis,
  FileUp,
  History,
  MessagesSquare,
  Printer,
  Siren,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { Briefing } from '@/domain/briefings/model';
import { buttonClasses } from '@/ui/button';
import { classNames } from '@/ui/class-names';

export type MoreMenuProps = {
  briefing: Briefing;
  onVersions: () => void;
  onImport: () => void;
  /** Given where publishing needs an approval first. */
  onEmergency?: (() => void) | undefined;
  onResolve: () => void;
  onWithdraw: () => void;
};

const row =
  'flex min-h-9 max-sm:min-h-11 cursor-pointer items-center gap-2 rounded px-3 outline-none data-[highlighted]:bg-accent-soft';

const exports = [
  { format: 'md', words: 'Export as Markdown' },
  { format: 'json', words: 'Export as JSON' },
  { format: 'pdf', words: 'Export as PDF' },
] as const;

type ItemProps = { icon: LucideIcon; words: string; tone?: string; onPress: () => void };

function Item({ icon: Icon, words, tone, onPress }: ItemProps) {
  return (
    <Menu.Item onClick={onPress} className={classNames(row, tone)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {words}
    </Menu.Item>
  );
}

/** Everything that can be done with a briefing besides writing and publishing it. */
export function MoreMenu({ briefing, ...on }: MoreMenuProps) {
  const isPublished = briefing.state === 'published';
  const isOver = briefing.state === 'resolved' || briefing.state === 'withdrawn';
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        className={classNames(buttonClasses('secondary'), 'max-sm:size-11 max-sm:px-0!')}
        aria-label="More"
      >
        <Ellipsis aria-hidden className="size-4" />
        <span className="max-sm:hidden">More</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50">
          <Menu.Popup className="min-w-60 rounded-md border border-line bg-raised p-1 shadow-lg outline-none">
            <Item icon={History} words="Versions" onPress={on.onVersions} />
            {briefing.currentVersion > 0 ? (
              <>
                <Menu.LinkItem href={`/portal/incidents/${briefing.id}`} className={row}>
                  <ChartColumn aria-hidden className="size-4 shrink-0" />
                  Incident board
                </Menu.LinkItem>
                <Menu.LinkItem href={`/portal/told/${briefing.id}`} className={row}>
                  <MessagesSquare aria-hidden className="size-4 shrink-0" />
                  Who was told what
                </Menu.LinkItem>
              </>
            ) : null}
            <Menu.LinkItem
              href={`/portal/briefings/${briefing.id}/print`}
              target="_blank"
              rel="noreferrer"
              className={row}
            >
              <Printer aria-hidden className="size-4 shrink-0" />
              Print
            </Menu.LinkItem>
            {exports.map(({ format, words }) => (
              <Menu.LinkItem
                key={format}
                href={`/api/v1/briefings/${briefing.id}/export.${format}`}
                download
                className={row}
              >
                <Download aria-hidden className="size-4 shrink-0" />
                {words}
              </Menu.LinkItem>
            ))}
            {isOver ? null : <Item icon={FileUp} words="Import questions…" onPress={on.onImport} />}
            {on.onEmergency && !isOver ? (
              <Item icon={Siren} words="Publish now, approve later…" onPress={on.onEmergency} />
            ) : null}
            {isPublished ? (
              <>
                <Menu.Separator className="my-1 h-px bg-line" />
                <Item icon={CheckCheck} words="Resolve…" onPress={on.onResolve} />
                <Item
                  icon={Undo2}
                  words="Withdraw the whole briefing…"
                  tone="text-critical"
                  onPress={on.onWithdraw}
                />
              </>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
