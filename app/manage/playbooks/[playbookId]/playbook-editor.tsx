'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import { FormProvider, useFormContext } from 'react-hook-form';
import type { PlaybookRecord } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { FormFoot } from '@/ui/form-foot';
import { checkPlaybook, previewOf, withPlaces, type PlaybookDraft } from './playbook-draft';
import { ProblemsContext } from './playbook-fields';
import { PlaybookPreview } from './playbook-preview';
import { SettingFields } from './setting-fields';
import { StepList } from './step-list';
import { usePlaybookForm } from './use-playbook-form';
import { WordingFields } from './wording-fields';

/** What operators would see, following every key, and what is odd about it. */
function LivePreview() {
  const { subscribe, getValues } = useFormContext<PlaybookDraft>();
  const [draft, setDraft] = useState(() => structuredClone(getValues()));
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => setDraft(structuredClone(values)),
      }),
    [subscribe],
  );
  const shown = useDeferredValue(draft);
  const { warnings } = checkPlaybook(shown);
  return (
    <aside aria-label="What operators see" className="flex flex-col gap-3">
      <h2 className="font-medium text-ink-soft">What operators see</h2>
      {warnings.length > 0 ? (
        <div className="rounded-md bg-medium-soft px-3 py-2 text-medium">
          <p className="font-medium">Odd, though it may be meant</p>
          <ul className="list-disc pl-5">
            {withPlaces(warnings).map(({ field, words }) => (
              <li key={`${field} ${words}`}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <PlaybookPreview content={previewOf(shown)} />
    </aside>
  );
}

type BehindProps = { record: PlaybookRecord; isBusy: boolean; onLoad: () => void; onSaveOver: () => void };

/** Somebody else saved meanwhile: whose words go on is asked, nothing is overwritten unseen. */
function Behind({ record, isBusy, onLoad, onSaveOver }: BehindProps) {
  const [newest] = record.versions;
  const who = newest?.changedByName ?? 'Somebody';
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md border-2 border-high bg-high-soft p-3">
      <p className="font-medium text-high">
        {who} saved version {record.playbook.version} meanwhile. What you typed is still here. Their version
        stands below under Versions, too.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onLoad}>Load theirs, give up mine</Button>
        <Button isBusy={isBusy} onClick={onSaveOver}>
          Save mine as version {record.playbook.version + 1}
        </Button>
      </div>
    </div>
  );
}

/** The editor of a playbook of one's own, beside what operators will see of it. */
export function PlaybookEditor({ record }: { record: PlaybookRecord }) {
  const edit = usePlaybookForm(record.playbook);
  return (
    <FormProvider {...edit.form}>
      <ProblemsContext value={edit.problems}>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,32rem)]">
          <form
            aria-label="Playbook"
            noValidate
            className="flex min-w-0 flex-col gap-6"
            onSubmit={(event) => {
              event.preventDefault();
              edit.save();
            }}
            onKeyDown={(event) => {
              // In a form this long Enter in one line is a slip, not the wish for a new version.
              if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
            }}
          >
            {edit.isBehind ? (
              <Behind
                record={record}
                isBusy={edit.isBusy}
                onLoad={edit.loadNewest}
                onSaveOver={edit.saveOver}
              />
            ) : null}
            {edit.isRestored && !edit.isBehind ? (
              <div className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2">
                <p className="mr-auto">What you typed last time and did not save is here again.</p>
                <Button size="compact" onClick={edit.loadNewest}>
                  Discard it
                </Button>
              </div>
            ) : null}
            <ErrorSummary problems={withPlaces(edit.problems)} focusKey={edit.attempts} />
            <SettingFields />
            <StepList />
            <WordingFields />
            <FormFoot
              submitWords={`Save as version ${edit.base + 1}`}
              isBusy={edit.isBusy}
              problem={edit.refusal}
              done={edit.isSaved ? 'Saved. Calls that begin from now on go by it.' : null}
            >
              <p className="text-[13px] text-ink-soft">Until then what you type stays on this computer.</p>
            </FormFoot>
          </form>
          <div
            role="region"
            aria-label="As the operator sees it"
            tabIndex={0}
            className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto"
          >
            <LivePreview />
          </div>
        </div>
      </ProblemsContext>
    </FormProvider>
  );
}
