import { Time } from '@/ui/time';

type PromisedProps = { promises: readonly { what: string; dueAt: Date }[]; zone: string };

/** What the caller was told would happen, and by when. */
export function Promised({ promises, zone }: PromisedProps) {
  if (promises.length === 0) return null;
  return (
    <section aria-label="What was promised" className="rounded-md border border-line bg-raised p-4">
      <h2 className="mb-1 font-semibold">The caller was promised</h2>
      <ul className="flex flex-col gap-2">
        {promises.map(({ what, dueAt }) => (
          <li key={`${what}:${dueAt.toISOString()}`}>
            <p className="whitespace-pre-line">{what}</p>
            <p className="font-medium">
              By <Time at={dueAt} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
