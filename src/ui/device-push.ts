/** No page lies there: the worker that shows notifications touches none. See src/http/desk-worker-program.mjs. */
const SCOPE = '/notifications/';

/**
 * What this browser can do. `unsupported`: it has no notifications, or the page came without TLS. `denied`: its person
 * said no, and only they can take that back, in its settings.
 */
export type DeviceState =
  { kind: 'unsupported' } | { kind: 'denied' } | { kind: 'off' } | { kind: 'on'; endpoint: string };

export async function readDevice(): Promise<DeviceState> {
  const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!isAble) return { kind: 'unsupported' };
  if (Notification.permission === 'denied') return { kind: 'denied' };
  const subscription = await (await findWorker())?.pushManager.getSubscription();
  if (!subscription || Notification.permission !== 'granted') return { kind: 'off' };
  return { kind: 'on', endpoint: subscription.endpoint };
}

async function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(SCOPE);
  return found?.scope.endsWith(SCOPE) ? found : undefined;
}

export type DeviceKeys = { endpoint: string; keys: { p256dh: string; auth: string }; userAgent: string };

/**
 * Asks the person, and subscribes anew: what this browser was subscribed to before, perhaps by somebody else who used it,
 * ends by that.
 * @param key of the installation, base64url
 * @returns null when the person said no
 */
export async function subscribeDevice(key: string): Promise<DeviceKeys | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const worker = await navigator.serviceWorker.register('/sw.js', { scope: SCOPE, updateViaCache: 'none' });
  await untilActive(worker);
  await (await worker.pushManager.getSubscription())?.unsubscribe();
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  const { keys } = subscription.toJSON();
  const [p256dh, auth] = [keys?.['p256dh'], keys?.['auth']];
  if (p256dh === undefined || auth === undefined) throw new Error('The browser gave no keys.');
  return { endpoint: subscription.endpoint, keys: { p256dh, auth }, userAgent: navigator.userAgent };
}

export async function unsubscribeDevice(): Promise<void> {
  const subscription = await (await findWorker())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

async function untilActive({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (active !== null || coming === null) return;
  await new Promise<void>((done, fail) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') done();
      if (coming.state === 'redundant')
        fail(new Error('The browser did not keep the program for notifications.'));
    });
  });
}
