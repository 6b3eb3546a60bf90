import { atMost, percentile, told, type Figure } from './figures';
import { atPace, until } from './pace';
import { harbor, openStreams, productCpu, rest, send, signIn, startFloor } from './target';
import { productUrl } from './settings';

const SCREENS = 500;
const PUBLICATIONS = 40;

/** Briefing published → received on 500 streams, and what that costs the server, against the same bytes sent bare. */
export async function benchBroadcast(): Promise<Figure[]> {
  const cookie = await signIn('operator');
  const clientId = harbor.clients[0]?.id ?? '';
  const content = {
    headline: 'Bench',
    opening: 'Thank you for calling.',
    statements: Array.from(
      { length: 12 },
      (_, n) => `Approved sentence number ${n}, long enough to be a real one.`,
    ),
    facts: Array.from(
      { length: 8 },
      (_, n) => `Fact number ${n} of the incident, with its source and its time.`,
    ),
    neverSay: ['data breach', 'compensation'],
  };
  const briefing = await rest<{ id: string }>('POST', '/briefings', { clientId, ...content, publish: true });

  let version = 1;
  const publish = (n: number) => {
    version += 1;
    const changed = { ...content, headline: `Bench ${n}` };
    return rest('PUT', `/briefings/${briefing.id}`, changed, { 'if-match': `"${version - 1}"` });
  };
  // Unmeasured: a process compiles what it does for the first time.
  await atPace(20, 8, async (n) => void (await publish(n)));
  const alone = await productCpu();
  await atPace(PUBLICATIONS, 4, async (n) => void (await publish(n)));
  const aloneCpu = (await productCpu()) - alone;

  const sentAt = new Map<number, number>();
  const delays: number[] = [];
  let frame = '';
  const close = await openStreams(`${productUrl}/api/live`, SCREENS, { cookie }, (type, text, at) => {
    if (type !== 'briefing.published') return;
    frame = text;
    const sent = sentAt.get(Number(/"version":(\d+)/.exec(text)?.[1]));
    if (sent !== undefined) delays.push(at - sent);
  });
  const cpuBefore = await productCpu();
  await atPace(PUBLICATIONS, 4, async (n) => {
    sentAt.set(version + 1, performance.now());
    await publish(n);
  });
  await until(() => delays.length >= PUBLICATIONS * SCREENS, 10);
  const cpu = (await productCpu()) - cpuBefore;
  close();
  await rest('POST', `/briefings/${briefing.id}/resolve`);

  const floor = await startFloor();
  const bare: number[] = [];
  let sent = 0;
  const closeFloor = await openStreams(`${floor.url}/live`, SCREENS, {}, (_type, _text, at) =>
    bare.push(at - sent),
  );
  const body = /^data: (.*)$/m.exec(frame)?.[1] ?? '{}';
  const floorBefore = await floor.cpu();
  await atPace(PUBLICATIONS, 4, async () => {
    sent = performance.now();
    await send(floor.url, { method: 'POST', body });
  });
  await until(() => bare.length >= PUBLICATIONS * SCREENS, 10);
  const floorCpu = (await floor.cpu()) - floorBefore;
  closeFloor();
  floor.stop();

  const perBroadcast = (seconds: number) => (seconds * 1_000) / PUBLICATIONS;
  return [
    atMost(
      'publish → 500 screens, p50',
      'ms',
      percentile(delays, 0.5),
      250,
      delays.length,
      percentile(bare, 0.5),
    ),
    atMost(
      'publish → 500 screens, p99',
      'ms',
      percentile(delays, 0.99),
      250,
      delays.length,
      percentile(bare, 0.99),
    ),
    atMost(
      'publish: server CPU of the fan-out to 500',
      'ms',
      perBroadcast(cpu - aloneCpu),
      2 * perBroadcast(floorCpu),
      PUBLICATIONS,
      perBroadcast(floorCpu),
    ),
    told(
      'publish: server CPU of all, transaction included',
      'ms',
      perBroadcast(cpu),
      PUBLICATIONS,
      perBroadcast(floorCpu),
    ),
    atMost('publish: events lost', '', PUBLICATIONS * SCREENS - delays.length, 0, PUBLICATIONS * SCREENS),
  ];
}
