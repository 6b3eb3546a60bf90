'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Briefing, BriefingContent, LiveBriefing } from '@/domain/briefings/model';
import { BriefingVersions } from '@/ui/briefing-versions';
import { ErrorSummary } from '@/ui/error-summary';
import { Sheet } from '@/ui/sheet';
import { checkDraft, problemsBeforePublishing, withPlaces, type DraftProblem } from './draft-problems';
import { DraftNotices } from './draft-notices';
import { EditingContext } from './editing';
import { EditorBar, type EditorView } from './editor-bar';
import { EditorForm } from './editor-form';
import { Preview } from './preview';
import { PublishDialog } from './publish-dialog';
import { ResolveDialog } from './resolve-dialog';
import { useDraft } from './use-draft';

export type BriefingEditorProps = {
  briefing: Briefing;
  zone: string;
  greeting: string;
  organizationName: string;
};

type Open = { kind: 'publish'; content: BriefingContent } | { kind: 'resolve' } | { kind: 'versions' } | null;

/** The briefing as its author writes it, beside what operators will see. Everything typed saves itself. */
export function BriefingEditor({ briefing, zone, greeting, organizationName }: BriefingEditorProps) {
  const router = useRouter();
  const { first, restored, saver, save, revision, isBehind } = useDraft(briefing);
  const form = useForm<BriefingContent>({ defaultValues: structuredClone(first) });
  const [view, setView] = useState<EditorView>('write');
  const [open, setOpen] = useState<Open>(null);
  const [attempts, setAttempts] = useState(0);
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [isPublishing, setIsPublishing] = useState(false);
  const [published, setPublished] = useState<LiveBriefing | null>(null);
  const lastText = useRef(JSON.stringify(first));

  const typed = useEffectEvent((values: BriefingContent) => {
    const text = JSON.stringify(values);
    if (text === lastText.current) return;
    lastText.current = text;
    setPublished(null);
    saver.changed(structuredClone(values));
    if (problems.length > 0) setProblems(problemsBeforePublishing(values));
  });
  const { subscribe } = form;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => typed(values) }),
    [subscribe],
  );

  const take = (content: BriefingContent, isMine: boolean) => {
    lastText.current = JSON.stringify(content);
    form.reset(structuredClone(content));
    saver.rebase(Math.max(briefing.draftRevision, revision), isMine ? structuredClone(content) : null);
    setProblems([]);
  };
  const askToPublish = async () => {
    const found = problemsBeforePublishing(form.getValues());
    setProblems(found);
    setAttempts((count) => count + 1);
    if (found.length > 0) return setView('write');
    setIsPublishing(true);
    const isSaved = await saver.flush();
    setIsPublishing(false);
    if (isSaved) setOpen({ kind: 'publish', content: checkDraft(form.getValues()).content });
  };

  const refused = save.kind === 'failed' ? save.problem.problems : null;
  const editing = useMemo(() => {
    const all = [...problems, ...(refused ?? [])];
    return { zone, problemOf: (field: string) => all.find((problem) => problem.field === field)?.words };
  }, [zone, problems, refused]);
  const close = () => setOpen(null);

  return (
    <FormProvider {...form}>
      <EditingContext value={editing}>
        <EditorBar
          briefing={briefing}
          save={save}
          view={view}
          isBehind={isBehind}
          published={published}
          zone={zone}
          isPublishing={isPublishing}
          onView={setView}
          onHistory={() => setOpen({ kind: 'versions' })}
          onResolve={() => setOpen({ kind: 'resolve' })}
          onPublish={() => void askToPublish()}
        />
        <div className="mx-auto grid w-full max-w-[92rem] gap-x-8 px-4 py-5 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
          <div
            className={`flex min-w-0 flex-col gap-4 *:scroll-mt-32 ${view === 'write' ? '' : 'max-lg:hidden'}`}
          >
            <h1 className="sr-only">Briefing of {briefing.clientName}</h1>
            <DraftNotices
              briefing={briefing}
              zone={zone}
              isBehind={isBehind}
              hasTyped={save.kind !== 'saved' || save.at !== null}
              revision={revision}
              restored={restored}
              readMine={() => checkDraft(form.getValues()).content}
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
        {open?.kind === 'publish' ? (
          <PublishDialog
            briefing={briefing}
            content={open.content}
            revision={revision}
            zone={zone}
            organizationName={organizationName}
            onClose={close}
            onPublished={(live) => {
              setPublished(live);
              close();
            }}
          />
        ) : null}
        {open?.kind === 'resolve' ? (
          <ResolveDialog briefing={briefing} onClose={close} onResolved={() => router.push('/portal')} />
        ) : null}
        <Sheet isOpen={open?.kind === 'versions'} onOpenChange={close} isWide title="Versions">
          <BriefingVersions briefingId={briefing.id} zone={zone} />
        </Sheet>
      </EditingContext>
    </FormProvider>
  );
}
