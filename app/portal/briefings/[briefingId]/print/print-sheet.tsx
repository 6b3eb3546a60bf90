import { Ban } from 'lucide-react';
import type { BriefingSheet, SheetItem, SheetSection } from '@/domain/briefings/briefing-sheet';
import { classNames } from '@/ui/class-names';

function Item({ item: { lead, words, notes, isStruck } }: { item: SheetItem }) {
  const struck = isStruck ? 'line-through' : '';
  return (
    <>
      {lead ? <p className={classNames('font-semibold', struck)}>{lead}</p> : null}
      {words ? (
        <p dir="auto" className={classNames('whitespace-pre-line', lead ? '' : struck)}>
          {words}
        </p>
      ) : null}
      {notes.length > 0 ? (
        <p className="text-[13px] text-ink-soft">{notes.map((note) => note.replace(/\.$/, '')).join('. ')}</p>
      ) : null}
    </>
  );
}

function Section({ section: { title, kind, items } }: { section: SheetSection }) {
  const isNever = kind === 'never_say';
  const List = kind === 'numbered' ? 'ol' : 'ul';
  return (
    <section className={isNever ? 'border-l-4 border-never pl-3' : ''}>
      <h2
        className={classNames(
          'mb-1 flex items-center gap-1.5 text-base font-semibold break-after-avoid',
          isNever ? 'text-never' : '',
        )}
      >
        {isNever ? <Ban aria-hidden className="size-4 shrink-0" strokeWidth={2.5} /> : null}
        {title}
      </h2>
      <List className={classNames('flex flex-col gap-2', kind === 'numbered' ? 'list-decimal pl-6' : '')}>
        {items.map((item, place) => (
          <li
            key={place}
            value={item.number}
            className={classNames('break-inside-avoid', item.number === undefined ? 'list-none' : '')}
          >
            <Item item={item} />
          </li>
        ))}
      </List>
    </section>
  );
}

/** A briefing on paper: every word, with who approved it, in the client's time. */
export function PrintSheet({ sheet }: { sheet: BriefingSheet }) {
  const { headline, severity, clientName, notices, facts, sections } = sheet;
  return (
    <article aria-label="Briefing" className="flex flex-col gap-5">
      <header className="flex flex-col gap-2">
        <p className="text-ink-soft">{clientName}</p>
        <h1 className="text-2xl leading-8 font-semibold text-balance">{headline}</h1>
        <p>
          <span className="inline-block border border-current px-2 py-0.5 text-[13px] font-semibold">
            {severity}
          </span>
        </p>
        {notices.map((notice) => (
          <p key={notice} className="border-2 border-ink px-3 py-2 font-semibold">
            {notice}
          </p>
        ))}
        <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 text-[13px]">
          {facts.map(([name, words]) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </header>
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </article>
  );
}
