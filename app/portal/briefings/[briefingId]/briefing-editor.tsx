'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormProvider } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { ErrorSummary } from '@/ui/error-summary';
import { approvalId, DraftApproval } from './draft-approval';
import { toApprove, type Author, type PublishMode } from './approval-step';
import { withPlaces } from './draft-problems';
import { DraftNotices } from './draft-notices';
import { EditingContext } from './editing';
import { EditorActions } from './editor-actions';
import { EditorBar, type EditorView } from './editor-bar';
import { EditorDialogs, type OpenDialog } from './editor-dialogs';
import { EditorForm } from './editor-form';
import { GapBar } from './gap-bar';
import { isSameDraft } from './merge-drafts';
import { Preview } from './preview';
import { PublishedWords, type Published } from './published-words';
import { ReachWords } from './reach-words';
import { ReviewNotice } from './review-notice';
import { useBriefingForm } from './use-briefing-form';
import { useGaps } from './use-gaps';

export type BriefingEditorProps = {
  briefing: Briefing;
  author: Author;
  zone: string;
  greeting: string;
  organizationName: string;
};

/** The briefing as its author writes it, beside what operators will see. Everything typed saves itself. */
export function BriefingEditor({ briefing, author, zone, greeting, organizationName }: BriefingEditorProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [view, setView] = useState<EditorView>('write');
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [published, setPublished] = useState<Published | null>(null);
  const draft = useBriefingForm(
    briefing,
    useCallback(() => setPublished(null), []),
  );
  const { form, save, saver, revision, isBehind, problems, attempts, readMine, take, replace } = draft;
  const gaps = useGaps(form);
  const approving = toApprove(author, briefing);

  const askToPublish = async (mode: PublishMode) => {
    setIsBusy(true);
    const content = await draft.ready();
    setIsBusy(false);
    if (content) setOpen({ kind: 'publish', mode, content });
    else setView('write');
  };
  /** Dialogs that change the draft on the server begin with everything typed saved. */
  const openSaved = useCallback(
    async (next: OpenDialog) => {
      if (await saver.flush()) setOpen(next);
    },
    [saver],
  );
  /** The server changed the draft for this author: it is taken over unless something else was typed since. */
  const readAnew = async () => {
    const { base } = draft;
    const question = api.briefings.get.queryOptions({ briefingId: briefing.id });
    const fresh = await queries.fetchQuery({ ...question, staleTime: 0 });
    if (base !== null && isSameDraft(base, readMine())) take(fresh.draft, false, fresh);
  };
  const look = () => {
    flushSync(() => setView('write'));
    const panel = document.getElementById(approvalId);
    panel?.focus();
    panel?.scrollIntoView({ block: 'start' });
  };

  const refused = save.kind === 'failed' ? save.problem.problems : null;
  const editing = useMemo(() => {
    const all = [...problems, ...(refused ?? [])];
    return {
      zone,
      problemOf: (field: string) => all.find((problem) => problem.field === field)?.words,
      published: briefing.state === 'published' ? briefing.published : null,
      onReplace: replace,
      onWithdraw: (statementId: string) => void openSaved({ kind: 'withdrawStatement', statementId }),
    };
  }, [zone, problems, refused, briefing.state, briefing.published, replace, openSaved]);

  return (
    <FormProvider {...form}>
      <EditingContext value={editing}>
        <EditorBar
          briefing={briefing}
          save={save}
          view={view}
          isBehind={isBehind}
          onView={setView}
          actions={
            <EditorActions
              briefing={briefing}
              author={author}
              isBusy={isBusy}
              onPublish={(mode) => void askToPublish(mode)}
              onLook={look}
              onOpen={(kind) => void (kind === 'import' ? openSaved({ kind }) : setOpen({ kind }))}
            />
          }
        >
          {published ? <PublishedWords published={published} zone={zone} /> : null}
          {published ? <ReachWords briefing={briefing} /> : null}
          <GapBar gaps={gaps} onBeforeShow={() => flushSync(() => setView('write'))} />
        </EditorBar>
        <div className="mx-auto grid w-full max-w-[92rem] gap-x-8 px-4 py-5 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
          <div
            className={`flex min-w-0 flex-col gap-4 *:scroll-mt-40 ${view === 'write' ? '' : 'max-lg:hidden'}`}
          >
            <h1 className="sr-only">Briefing of {briefing.clientName}</h1>
            {published ? null : <ReachWords briefing={briefing} />}
            <ReviewNotice briefing={briefing} zone={zone} organizationName={organizationName} />
            {approving ? (
              <DraftApproval briefing={briefing} of={approving} zone={zone} onPublished={setPublished} />
            ) : null}
            <DraftNotices
              briefing={briefing}
              zone={zone}
              isBehind={isBehind}
              revision={revision}
              base={draft.base}
              restored={draft.restored}
              readMine={readMine}
              onTake={take}
            />
            <ErrorSummary title="Not ready to publish" problems={withPlaces(problems)} focusKey={attempts} />
            <EditorForm />
          </div>
          <aside
            aria-label="The operator’s screen"
            tabIndex={0}
            className={`lg:sticky lg:top-20 lg:max-h-[calc(100dvh-9rem)] lg:self-start lg:overflow-y-auto ${view === 'preview' ? '' : 'max-lg:hidden'}`}
          >
            <p className="mb-2 font-medium text-ink-soft max-lg:hidden">The operator’s screen</p>
            <Preview clientName={briefing.clientName} greeting={greeting} zone={zone} />
          </aside>
        </div>
        <EditorDialogs
          open={open}
          briefing={briefing}
          revision={revision}
          zone={zone}
          organizationName={organizationName}
          onClose={() => setOpen(null)}
          onPublished={(done) => {
            setPublished(done);
            setOpen(null);
          }}
          onImported={(changed) => {
            queries.setQueryData(api.briefings.get.queryKey({ briefingId: briefing.id }), changed);
            take(changed.draft, false, changed);
            setOpen(null);
          }}
          onDraftChanged={() => void readAnew()}
        />
      </EditingContext>
    </FormProvider>
  );
}
