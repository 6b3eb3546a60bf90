'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff, BellRing } from 'lucide-react';
import { errorWords, useTRPC } from '@/api/client';
import type { PushDevice } from '@/domain/notifications/model';
import { Button } from './button';
import { deviceOf } from './device-of';
import { readDevice, subscribeDevice, unsubscribeDevice, type DeviceState } from './device-push';
import { LoadError, LoadingRows } from './list-states';
import { Time } from './time';

type Shown = DeviceState['kind'] | 'not_configured';

const words: Record<Shown, { title: string; about: string }> = {
  not_configured: {
    title: 'Notifications are not available here.',
    about: 'Whoever runs this installation has not set them up.',
  },
  unsupported: {
    title: 'This browser cannot show notifications.',
    about: 'It needs a current browser, and an address that begins with https://',
  },
  denied: {
    title: 'Notifications are blocked on this device.',
    about:
      'You, or somebody before you, said no. Allow them in the browser’s settings for this page, then load it anew.',
  },
  off: {
    title: 'This device is silent.',
    about:
      'Switched on, it wakes you when you are to be told by “Notification on a device”. The browser asks you once.',
  },
  on: {
    title: 'This device wakes you.',
    about:
      'Also while Calmline is closed and you are signed out. Switch it off on a computer that others use.',
  },
};

/** What went wrong, in words: of our server, or of the browser. */
function problemWords(error: unknown): string {
  const isOfBrowser = error instanceof DOMException;
  return isOfBrowser ? `The browser did not do it: ${error.message}` : errorWords(error).words;
}

const deviceKey = ['this device'] as const;

function useDevice() {
  const api = useTRPC();
  const queries = useQueryClient();
  const key = useQuery(api.push.key.queryOptions());
  const known = useQuery(api.push.list.queryOptions());
  const local = useQuery({ queryKey: deviceKey, queryFn: readDevice, refetchOnWindowFocus: true });
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.push.list.queryKey() }),
      queries.invalidateQueries({ queryKey: deviceKey }),
      queries.invalidateQueries({ queryKey: api.contacts.pathKey() }),
    ]);
  const subscribe = useMutation(api.push.subscribe.mutationOptions());
  const unsubscribe = useMutation(api.push.unsubscribe.mutationOptions());
  const switchOn = useMutation({
    mutationFn: async (serverKey: string) => {
      const device = await subscribeDevice(serverKey);
      if (device !== null) await subscribe.mutateAsync(device);
    },
    onSettled: refresh,
  });
  const switchOff = useMutation({
    mutationFn: async ({ id, isThis }: { id: string; isThis: boolean }) => {
      await unsubscribe.mutateAsync({ subscriptionId: id });
      if (isThis) await unsubscribeDevice();
    },
    onSettled: refresh,
  });
  return { key, known, local, switchOn, switchOff };
}

function OtherDevice({ device, isBusy, onOff }: { device: PushDevice; isBusy: boolean; onOff: () => void }) {
  const called = deviceOf(device.userAgent).words;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <p className="min-w-0 flex-1 basis-56">
        {called}
        <span className="text-ink-soft">
          , since <Time at={device.createdAt} />
        </span>
      </p>
      <Button isBusy={isBusy} aria-label={`Switch off ${called}`} onClick={onOff}>
        Switch off
      </Button>
    </li>
  );
}

/** Whether this device wakes the signed-in person, and which others do. */
export function DeviceSwitch() {
  const { key, known, local, switchOn, switchOff } = useDevice();
  const failed = [key, known, local].find(({ isError }) => isError);
  if (failed) {
    return (
      <LoadError
        words={`Your devices cannot be shown. ${problemWords(failed.error)}`}
        onRetry={() => void failed.refetch()}
      />
    );
  }
  if (key.data === undefined || !known.data || !local.data) {
    return <LoadingRows rows={1} height={64} label="Your devices are being loaded." />;
  }
  const serverKey = key.data;
  const { data: state } = local;
  const own =
    state.kind === 'on' ? known.data.find(({ endpoint }) => endpoint === state.endpoint) : undefined;
  // A browser that was subscribed for somebody else, or was switched off from elsewhere, wakes nobody here.
  const kind: Shown =
    serverKey === null ? 'not_configured' : state.kind === 'on' && own === undefined ? 'off' : state.kind;
  const others = known.data.filter(({ id }) => id !== own?.id);
  const problem = switchOn.error ?? switchOff.error;
  const Icon = kind === 'on' ? BellRing : BellOff;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-md border border-line p-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        <div role="status" className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{words[kind].title}</p>
          <p className="text-ink-soft">{words[kind].about}</p>
        </div>
        {kind === 'off' && serverKey !== null ? (
          <Button variant="primary" isBusy={switchOn.isPending} onClick={() => switchOn.mutate(serverKey)}>
            Switch on
          </Button>
        ) : null}
        {own ? (
          <Button isBusy={switchOff.isPending} onClick={() => switchOff.mutate({ id: own.id, isThis: true })}>
            Switch off
          </Button>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className="font-medium text-critical">
          {problemWords(problem)}
        </p>
      ) : null}
      {others.length > 0 ? (
        <div className="flex flex-col gap-1">
          <h3 className="font-medium">Other devices that wake you</h3>
          <ul className="border-t border-line">
            {others.map((device) => (
              <OtherDevice
                key={device.id}
                device={device}
                isBusy={switchOff.isPending}
                onOff={() => switchOff.mutate({ id: device.id, isThis: false })}
              />
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
