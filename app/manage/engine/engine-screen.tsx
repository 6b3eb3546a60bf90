'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';
import { channelWords } from '@/ui/channel-words';
import { ListPage } from '../list-page';
import { ChannelStates } from './channel-states';
import { SetAsideList } from './set-aside-list';

const TEN_SECONDS = 10_000;

/** Whether messages go out: what this installation can carry, what waits, and what needs a person. */
export function EngineScreen() {
  const api = useTRPC();
  const query = useQuery({ ...api.engine.state.queryOptions(), refetchInterval: TEN_SECONDS });
  const state = query.data;
  return (
    <ListPage
      title="Delivery"
      about="Whether messages go out: the channels of this installation, what is waiting, and what was set aside for a person to look at."
    >
      {query.isError && !state ? (
        <LoadError
          words={`This cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : !state ? (
        <LoadingRows rows={6} label="The state of delivery is being loaded." />
      ) : (
        <div className="flex max-w-4xl flex-col gap-8">
          <ChannelStates isConfigured={state.isConfigured} />
          <section aria-labelledby="waiting" className="flex flex-col gap-2">
            <h2 id="waiting" className="text-base font-semibold">
              Waiting to go out
            </h2>
            {state.oldestDueAt ? (
              <p>
                The oldest is due since <Time at={state.oldestDueAt} />.
              </p>
            ) : (
              <p className="text-fine">Nothing is late.</p>
            )}
            {state.waiting.length === 0 ? null : (
              <ul className="border-t border-line">
                {state.waiting.map(({ channel, messages, throttled }) => (
                  <li
                    key={channel}
                    className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1"
                  >
                    <span className="w-32 font-medium">{channelWords[channel]}</span>
                    <span className="tabular-nums">
                      {messages === 1 ? '1 message' : `${messages} messages`}
                      {throttled > 0 ? `, ${throttled} held back by a limit` : null}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <SetAsideList rows={state.setAside} />
        </div>
      )}
    </ListPage>
  );
}
