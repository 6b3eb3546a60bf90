'use client';

import { Clock, Hourglass, Inbox, TriangleAlert, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useId, type MouseEvent, type ReactNode } from 'react';
import type { Home, HomeLine, HomeTier } from '@/domain/reports/home-line';
import { homeWords } from '@/domain/reports/home-words';
import { classNames } from './class-names';
import { Time } from './time';
import { SeverityChip } from './severity-chip';
import { UrgencyChip } from './urgency-chip';

const looks: Record<HomeTier, { words: string; icon: LucideIcon; className: string }> = {
  late: { words: 'Late', icon: TriangleAlert, className: 'text-high' },
  soon: { words: 'Soon', icon: Clock, className: 'text-medium' },
  open: { words: 'Waiting for you', icon: Inbox, className: 'text-ink' },
  later: { words: 'When there is time', icon: Hourglass, className: 'text-ink-soft' },
};

const order: readonly HomeTier[] = ['late', 'soon', 'open', 'later'];

export type HomeListProps = {
  home: Home;
  /** For readers of many clients. */
  isClientNamed: boolean;
  /** h2 unless told. */
  level?: 2 | 3;
  /** Opens a line where this screen can do so itself; false: the link is followed. */
  onOpen?: (line: HomeLine) => boolean;
  /** Nothing needs the reader: in words. */
  empty: ReactNode;
};

/** What needs the reader, the most pressing first; each line says what, since when or by when, and leads to where it is done. */
export function HomeList({ home, isClientNamed, level = 2, onOpen, empty }: HomeListProps) {
  if (home.lines.length === 0) return empty;
  return (
    <div className="flex flex-col gap-6">
      {order.map((tier) => (
        <Group
          key={tier}
          tier={tier}
          level={level}
          lines={home.lines.filter((line) => line.tier === tier)}
          isClientNamed={isClientNamed}
          onOpen={onOpen}
        />
      ))}
      {home.isCut ? (
        <p className="text-ink-soft">More waits than is shown here. It moves up as you work it off.</p>
      ) : null}
    </div>
  );
}

type GroupProps = {
  tier: HomeTier;
  level: 2 | 3;
  lines: readonly HomeLine[];
  isClientNamed: boolean;
  onOpen: HomeListProps['onOpen'];
};

function Group({ tier, level, lines, isClientNamed, onOpen }: GroupProps) {
  const id = useId();
  if (lines.length === 0) return null;
  const { words, icon: Icon, className } = looks[tier];
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id}>
      <Heading
        id={id}
        className={classNames('mb-2 flex items-center gap-2 text-base font-semibold', className)}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {words} <span className="font-normal text-ink-soft">({lines.length})</span>
      </Heading>
      <ul className="border-t border-line">
        {lines.map((line) => (
          <Row
            key={`${line.kind} ${line.id ?? ''} ${line.ref ?? ''}`}
            line={line}
            isClientNamed={isClientNamed}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

/** How pressing a line is; a briefing has a severity instead, by which it stands among the others. */
function Pressing({ kind, urgency }: HomeLine) {
  if (urgency === null) return null;
  if (kind !== 'briefing_to_read') return <UrgencyChip urgency={urgency} />;
  return <SeverityChip severity={urgency === 'emergency' ? 'critical' : 'high'} />;
}

type RowProps = { line: HomeLine; isClientNamed: boolean; onOpen: HomeListProps['onOpen'] };

function Row({ line, isClientNamed, onOpen }: RowProps) {
  const { title, deed } = homeWords(line);
  const isPressing = line.urgency !== null && line.urgency !== 'routine';
  const client = isClientNamed && line.clientName ? <span>{line.clientName}</span> : null;
  const follow = (event: MouseEvent) => {
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
    if (!isElsewhere && onOpen?.(line) === true) event.preventDefault();
  };
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line px-1 py-2 hover:bg-sunken">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-0.5">
        <Link
          href={line.href}
          onClick={follow}
          className="line-clamp-2 max-w-[66ch] font-medium underline-offset-2 after:absolute after:inset-0 hover:underline"
        >
          {title}
        </Link>
        {isPressing || client !== null ? (
          <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-ink-soft">
            {isPressing ? <Pressing {...line} /> : null}
            {client}
          </p>
        ) : null}
      </div>
      <p className={classNames('sm:w-64', line.tier === 'late' ? 'font-medium text-high' : 'text-ink-soft')}>
        {line.isDeadline ? 'by ' : 'since '}
        <Time at={line.at} zone={line.timeZone} />
      </p>
      <p aria-hidden className="font-medium text-accent sm:w-40">
        {deed}
      </p>
    </li>
  );
}
