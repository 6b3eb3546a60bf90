import type { ReactNode } from 'react';

/** The one h1 of a page, what it is about, and what can be done here. */
export function PageHeader({
  title,
  about,
  actions,
}: {
  title: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-0.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="min-w-0 flex-1 text-xl leading-7 font-semibold text-balance">{title}</h1>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {about ? <div className="max-w-[80ch] text-ink-soft">{about}</div> : null}
    </div>
  );
}
