import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolveApiKey, resolveSession } from '../auth/resolve-actor';
import { readMissedEvents } from '../domain/live/queries';
import { markPresent } from '../domain/tenancy/mark-present';
import { canMarkPresent } from '../domain/tenancy/policy';
import { DAY, HOUR } from '../kernel/duration';
import { DomainError } from '../kernel/errors';
import { log } from '../kernel/log';
import { sendProblem } from './answers';
import { frameOf, liveHub, type Screen } from './live-hub';

const BEAT_MS = 15_000;
/** Every second beat says that somebody is there; after three that are missed (90 s) nobody is. */
const BEATS_A_PRESENCE = 2;

/**
 * `GET /api/live`: what happens, as it happens, for one screen. Resumes after `Last-Event-ID` or `?since=`. With `?desk=1`
 * it is the stream of a desk: while it is open, the member of staff behind it counts as on shift.
 */
export async function answerLive(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const session = await resolveSession(request.headers.cookie);
  const actor = session?.actor ?? (await resolveApiKey(request.headers.authorization));
  if (actor === null) return sendProblem(response, new DomainError('UNAUTHENTICATED', 'Sign in to go on.'));

  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 1000\n: open\n\n');
  request.socket.setNoDelay(true);
  request.socket.setTimeout(0);

  const header = request.headers['last-event-id'];
  const since = typeof header === 'string' && header !== '' ? header : url.searchParams.get('since');
  const screen: Screen = { actor, response, held: since === null ? null : [] };
  const hub = liveHub();
  // First in the hub, then the past: what happens in between comes twice rather than never.
  hub.screens.add(screen);
  const isDesk = url.searchParams.get('desk') === '1' && canMarkPresent(actor);
  if (isDesk) void notePresence(screen);
  let beats = 0;
  const beat = setInterval(() => {
    beats += 1;
    void keepAlive(screen, request, isDesk && beats % BEATS_A_PRESENCE === 0);
  }, BEAT_MS);
  response.on('close', () => {
    clearInterval(beat);
    hub.screens.delete(screen);
  });

  if (since === null) return;
  await resume(screen, since);
  for (const frame of screen.held ?? []) hub.write(screen, frame);
  screen.held = null;
}

async function resume(screen: Screen, since: string): Promise<void> {
  const [, horizon, at] = /^(\d{1,19})-(\d{1,15})$/.exec(since) ?? [];
  const gap = 'event: gap\ndata: {}\n\n';
  if (horizon === undefined || Number(at) < Date.now() - (DAY - HOUR)) return liveHub().write(screen, gap);
  try {
    const missed = await readMissedEvents(screen.actor, horizon);
    if (missed === null) return liveHub().write(screen, gap);
    // Until the last one has arrived, a screen that is cut off begins again where it began.
    const last = missed.at(-1);
    for (const event of missed) {
      liveHub().write(screen, frameOf(event === last ? event : { ...event, horizon }));
    }
  } catch (error) {
    log().error({ err: error }, 'missed events could not be read');
    screen.response.end();
  }
}

/** A beat for proxies, and a look whether the session may still act: a revoked one loses its stream. */
async function keepAlive(screen: Screen, request: IncomingMessage, isPresence: boolean): Promise<void> {
  try {
    const isAllowed =
      screen.actor.kind === 'api_key'
        ? (await resolveApiKey(request.headers.authorization)) !== null
        : (await resolveSession(request.headers.cookie, { isActivity: false })) !== null;
    if (!isAllowed) {
      screen.response.end();
      return;
    }
    liveHub().write(screen, 'event: beat\ndata: {}\n\n');
    if (isPresence) await notePresence(screen);
  } catch (error) {
    log().warn({ err: error }, 'a stream could not be checked; it resumes');
    screen.response.end();
  }
}

/** A figure, not the stream's business: a failure costs one beat of it. */
async function notePresence({ actor }: Screen): Promise<void> {
  try {
    await markPresent(actor);
  } catch (error) {
    log().warn({ err: error }, 'a presence could not be noted');
  }
}
