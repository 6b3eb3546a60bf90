'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { BriefingChangeList } from '@/ui/briefing-change-list';
import { briefingChanges } from '@/ui/briefing-changes';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { LoadError } from '@/ui/list-states';
import { SeverityChip } from '@/ui/severity-chip';
import { clockWords } from '@/ui/time-words';
import type { PublishMode } from './approval-step';
import { PublishFacts } from './publish-facts';
import type { Published } from './published-words';
import { SeenFirst } from './seen-first';

export type PublishDialogProps = {
  briefing: Briefing;
  content: BriefingContent;
  /** The saved draft revision that `content` is. */
  revision: number;
  mode: PublishMode;
  zone: string;
  organizationName: string;
  onClose: () => void;
  onPublished: (published: Published) => void;
};

const titles: Record<PublishMode, (nextVersion: number) => string> = {
  publish: (next) => (next === 1 ? 'Publish this briefing?' : `Publish version ${next}?`),
  submit: () => 'Submit for approval?',
  emergency: () => 'Publish now, approve later?',
};

const pressWords: Record<PublishMode, string> = {
  publish: 'Publish',
  submit: 'Submit for approval',
  emergency: 'Publish now',
};

/** The last look before others see it: what changed, who is told, from when; and who has to approve. */
export function PublishDialog(props: PublishDialogProps) {
  const { briefing, content, revision, zone, organizationName, onClose, onPublished } = props;
  const api = useTRPC();
  const queries = useQueryClient();
  const [mode, setMode] = useState(props.mode);
  const publish = useMutation(api.briefings.publish.mutationOptions());
  const submit = useMutation(api.briefings.submit.mutationOptions());
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone);
  const { published: before, currentVersion } = briefing;
  const changes = before ? briefingChanges(before, content, when) : [];
  const hasNothingNew = before !== null && changes.length === 0;
  const failed = [publish, submit].find((mutation) => mutation.isError);

  const readAgain = () => void queries.invalidateQueries({ queryKey: api.briefings.pathKey() });
  const press = () => {
    const draft = { briefingId: briefing.id, draftRevision: revision };
    if (mode === 'submit') {
      submit.mutate(draft, {
        onSuccess: (submitted) => {
          queries.setQueryData(api.briefings.get.queryKey({ briefingId: briefing.id }), submitted);
          readAgain();
          onClose();
        },
      });
    } else {
      publish.mutate(
        { ...draft, emergency: mode === 'emergency' },
        {
          onSuccess: (live) => {
            readAgain();
            onPublished(live);
          },
        },
      );
    }
  };

  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={onClose}
      title={hasNothingNew ? 'Nothing new to publish' : titles[mode](currentVersion + 1)}
      footer={
        <>
          {hasNothingNew ? null : (
            <Button
              variant="primary"
              size="call"
              isBusy={publish.isPending || submit.isPending}
              onClick={press}
            >
              {pressWords[mode]}
            </Button>
          )}
          {mode === 'submit' && !hasNothingNew ? (
            <Button size="call" onClick={() => setMode('emergency')}>
              Publish now, approve later
            </Button>
          ) : null}
          <Button size="call" onClick={onClose}>
            {hasNothingNew ? 'Close' : 'Not yet'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-2 text-base leading-6 font-medium">
          <SeverityChip severity={content.severity} />
          {content.headline}
        </p>
        {mode === 'emergency' ? (
          <p role="alert" className="rounded-md bg-high-soft px-3 py-2 font-medium text-high">
            Operators say it at once, before anybody has approved it. It stays marked “not approved yet”, for
            them and for you, until somebody approves.
          </p>
        ) : null}
        <PublishFacts
          briefing={briefing}
          content={content}
          mode={mode}
          zone={zone}
          organizationName={organizationName}
        />
        <SeenFirst briefing={briefing} severity={content.severity} />
        {failed ? <LoadError words={errorWords(failed.error).words} /> : null}
        {before ? (
          <section>
            <h3 className="mb-2 font-semibold">
              {hasNothingNew
                ? `Nothing differs from version ${currentVersion}, which is already published.`
                : `What changes against version ${currentVersion}`}
            </h3>
            {hasNothingNew ? null : <BriefingChangeList changes={changes} />}
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
