import { CircleCheck, Download, Hourglass, LoaderCircle, RefreshCw, TriangleAlert } from 'lucide-react';
import type { PackCard } from '@/domain/reports/model';
import { buttonClasses } from './button';
import { Chip } from './chip';
import { Time } from './time';

function PackState({ pack }: { pack: PackCard }) {
  switch (pack.state) {
    case 'ready':
      return <Chip tone="fine" icon={CircleCheck} words="Ready" />;
    case 'failed':
      return <Chip tone="critical" icon={TriangleAlert} words="Failed" />;
    case 'running':
      return <Chip tone="low" icon={LoaderCircle} words="Being made" />;
    case 'queued':
      return pack.failure === null ? (
        <Chip tone="neutral" icon={Hourglass} words="Waiting" />
      ) : (
        <Chip tone="medium" icon={RefreshCw} words="Tried again soon" />
      );
  }
}

/** One pack: how far it is, and where it is to be had. */
export function PackRow({ pack, zone }: { pack: PackCard; zone: string }) {
  const { id, briefingId, asOf, state, progress, failure, calls, pages, requestedByName } = pack;
  const fileOf = (format: string) => `/api/v1/briefings/${briefingId}/report.${format}?pack=${id}`;
  const isUnmade = state === 'queued' || state === 'running';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span id={`pack-${id}`}>
            As of <Time at={asOf} zone={zone} />
          </span>
          <PackState pack={pack} />
        </p>
        <p className="text-[13px] text-ink-soft">
          {calls === null ? '' : `${calls} ${calls === 1 ? 'call' : 'calls'}, `}
          {pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}, `}
          asked for by {requestedByName}
        </p>
        {failure !== null && state !== 'running' ? (
          <p role={state === 'failed' ? 'alert' : undefined} className="max-w-[66ch] text-high">
            {failure}
            {state === 'queued' ? ' It is tried again by itself.' : ''}
          </p>
        ) : null}
      </div>
      {isUnmade ? (
        <div className="flex items-center gap-2">
          <progress
            aria-labelledby={`pack-${id}`}
            max={100}
            value={progress}
            className="h-2 w-40 accent-accent"
          />
          <span className="w-10 text-right tabular-nums">{progress} %</span>
        </div>
      ) : null}
      {state === 'ready' ? (
        <div className="flex flex-wrap gap-2">
          {(['pdf', 'csv'] as const).map((format) => (
            <a
              key={format}
              id={`${format}-${id}`}
              href={fileOf(format)}
              download
              aria-labelledby={`${format}-${id} pack-${id}`}
              className={buttonClasses('secondary')}
            >
              <Download aria-hidden className="size-4" />
              {format.toUpperCase()}
            </a>
          ))}
        </div>
      ) : null}
    </li>
  );
}
