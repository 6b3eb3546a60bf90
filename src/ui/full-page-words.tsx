import type { ReactNode } from 'react';

/** A page that has only words to show: an error, a dead link, a way out. */
export function FullPageWords({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[66ch] flex-col justify-center gap-4 px-4 py-12">
      <p className="font-semibold text-accent">Calmline</p>
      <h1 className="text-2xl font-semibold text-balance">{title}</h1>
      {children}
    </main>
  );
}
