'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing, BriefingContent, LiveBriefing } from '@/domain/briefings/model';
import { BriefingChangeList } from '@/ui/briefing-change-list';
import { briefingChanges } from '@/ui/briefing-changes';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { SeverityChip } from '@/ui/severity-chip';
import { clockWords, zonePlace } from '@/ui/time-words';
import { forceWords } from './force-words';
import { SeenFirst } from './seen-first';

export type PublishDialogProps = {
  briefing: Briefing;
  content: BriefingContent;
  /** The saved draft revision that `content` is. */
  revision: number;
  zone: string;
  organizationName: string;
  onClose: () => void;
  onPublished: (live: LiveBriefing) => void;
};

/** The last look before operators see it: what changed, who sees it, from when. */
export function PublishDialog(props: PublishDialogProps) {
  const { briefing, content, revision, zone, organizationName, onClose, onPublished } = props;
  const api = useTRPC();
  const queries = useQueryClient();
  const isFirst = briefing.currentVersion === 0;
  const versions = useQuery(
    api.briefings.versions.queryOptions({ briefingId: briefing.id }, { enabled: !isFirst }),
  );
  const publish = useMutation(api.briefings.publish.mutationOptions());
  const before = versions.data?.[0];
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone);
  const changes = before ? briefingChanges(before.content, content, when) : [];
  const hasNothingNew = before !== undefined && changes.length === 0;
  const isReady = isFirst || before !== undefined;

  const nextWords = isFirst ? 'Publish this briefing?' : `Publish version ${briefing.currentVersion + 1}?`;
  const titleWords = hasNothingNew ? 'Nothing new to publish' : nextWords;

  const press = () =>
    publish.mutate(
      { briefingId: briefing.id, draftRevision: revision },
      {
        onSuccess: (live) => {
          void queries.invalidateQueries({ queryKey: api.briefings.pathKey() });
          onPublished(live);
        },
      },
    );

  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={onClose}
      title={titleWords}
      footer={
        <>
          {hasNothingNew ? null : (
            <Button
              variant="primary"
              size="call"
              isBusy={publish.isPending}
              disabled={!isReady}
              onClick={press}
            >
              Publish
            </Button>
          )}
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
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-ink-soft">Who sees it</dt>
          <dd>
            Every operator of {organizationName} who answers for {briefing.clientName}, within a second; also
            those who are on a call now.
          </dd>
          <dt className="text-ink-soft">From when</dt>
          <dd>
            {forceWords(content, new Date(), when)}
            {content.startsAt || content.endsAt ? ` (${zonePlace(zone)} time)` : null}
          </dd>
          <dt className="text-ink-soft">Next update</dt>
          <dd>{content.nextUpdateDueAt ? `Due ${when(content.nextUpdateDueAt)}` : 'None promised'}</dd>
        </dl>
        <SeenFirst briefing={briefing} severity={content.severity} />
        {publish.isError ? <LoadError words={errorWords(publish.error).words} /> : null}
        {!isFirst && versions.isPending ? (
          <LoadingRows rows={3} height={44} label="The published version is being loaded." />
        ) : null}
        {versions.isError ? (
          <LoadError
            words={`What changed cannot be shown. ${errorWords(versions.error).words}`}
            onRetry={() => void versions.refetch()}
          />
        ) : null}
        {before ? (
          <section>
            <h3 className="mb-2 font-semibold">
              {hasNothingNew
                ? `Nothing differs from version ${before.version}, which is already published.`
                : `What changes against version ${before.version}`}
            </h3>
            {hasNothingNew ? null : <BriefingChangeList changes={changes} />}
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
