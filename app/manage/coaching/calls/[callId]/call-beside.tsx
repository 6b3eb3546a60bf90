import type { ComponentProps, ReactNode } from 'react';
import type { CallCard, Note } from '@/domain/calls/model';
import { readBackWords } from '@/domain/calls/outcome-words';
import { CallInShort } from '@/ui/call-in-short';
import { EmptyState } from '@/ui/list-states';
import { NoteLog } from '@/ui/note-log';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function ReadBack({ call }: { call: CallCard }) {
  if (call.readBack === null) return <EmptyState title="No read-back is on record." />;
  return (
    <div className="max-w-[66ch] rounded-md bg-sunken px-3 py-2 text-lg leading-7">
      {call.issue === '' ? null : <p className="whitespace-pre-line">“{call.issue}”</p>}
      <p className="font-medium">{readBackWords(call.readBack)}.</p>
    </div>
  );
}

type Page = ComponentProps<typeof CallInShort>['page'] & { notes: readonly Note[] };

/** What is on record of a call: its log, what was read back and what was written down. */
export function CallBeside({ page }: { page: Page }) {
  const { call, notes } = page;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Part title="Read-back">
        <ReadBack call={call} />
      </Part>
      <Part title="The call in short">
        <CallInShort page={page} />
      </Part>
      <Part title="The log">
        {notes.length === 0 ? (
          <EmptyState title="Nothing was written down." />
        ) : (
          <NoteLog notes={notes} zone={call.clientTimeZone} />
        )}
      </Part>
    </div>
  );
}
