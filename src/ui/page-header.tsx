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
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1">
        <h1 className="text-xl leading-7 font-semibold text-balance">{title}</h1>
        {about ? <div className="mt-0.5 max-w-[80ch] text-ink-soft">{about}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
