import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { database } from '../db/client';
import { readLiveEvents, readLiveEventsSince, readLiveHorizon, type LiveEventRow } from '../db/gate';
import type { Actor } from '../kernel/actor';
import { log } from '../kernel/log';

/** A screen that is open now. While it is told what it missed, what happens waits in `held`: cursors only go forward. */
export type Screen = { actor: Actor; response: ServerResponse; held: Buffer[] | null };

/** A screen that reads so slowly that this much waits for it is let go: it comes back and resumes. */
const MAX_WAITING_BYTES = 4_000_000;

const READ_LIMIT = 500;
const CATCH_UP_LIMIT = 5_000;

/** Where a screen resumes: the database's transaction horizon, and when that was (events are kept for a day). */
function liveCursor(horizon: string, at: Date): string {
  return `${horizon}-${at.getTime()}`;
}

export function frameOf(event: LiveEventRow): string {
  const { json, meta } = event.payload as { json: object; meta?: { values?: object } };
  const payload = {
    json: { ...json, seq: event.seq, at: event.at.toISOString() },
    meta: { ...meta, values: { ...meta?.values, at: ['Date'] } },
  };
  return `id: ${liveCursor(event.horizon, event.at)}\nevent: ${event.type}\ndata: ${JSON.stringify(payload)}\n\n`;
}

function maySee(actor: Actor, event: { organizationId: string; clientId: string | null }): boolean {
  const isOwnTenant = event.organizationId === (actor.organizationId as string);
  return isOwnTenant && (actor.clientId === null || event.clientId === (actor.clientId as string));
}

/**
 * One LISTEN connection a process: an event is read once, made into a frame once, and written to every screen that
 * may see it. Notifications are only hints: a number, and the horizon to resume from after that event. After a lost
 * connection everything since the last horizon is read again, and screens drop what they have seen.
 */
class LiveHub {
  readonly screens = new Set<Screen>();
  /** Horizons by event number. */
  private wanted = new Map<number, string>();
  private isReading = false;
  private isBehind = false;
  private horizon: string | null = null;

  async start(): Promise<void> {
    await database().sql.listen(
      'live',
      (hint) => {
        const [seq, horizon = ''] = hint.split(' ');
        this.wanted.set(Number(seq), horizon);
        this.read();
      },
      () => {
        this.isBehind = true;
        this.read();
      },
    );
  }

  write(screen: Screen, frame: string | Buffer): void {
    // Ended, but not yet closed: a write would be an error that nobody handles.
    if (screen.response.writableEnded) return;
    if (screen.response.writableLength > MAX_WAITING_BYTES) screen.response.destroy();
    else screen.response.write(frame);
  }

  /** One reading at a time, so that every screen gets its frames in order. */
  private read(): void {
    if (this.isReading) return;
    this.isReading = true;
    void this.readOn().finally(() => {
      this.isReading = false;
      if (this.isBehind || this.wanted.size > 0) this.read();
    });
  }

  private async readOn(): Promise<void> {
    try {
      if (this.isBehind) await this.catchUp();
      else await this.readWanted();
    } catch (error) {
      log().error({ err: error }, 'live events could not be read; screens resume');
      this.dropAll();
    }
  }

  private async readWanted(): Promise<void> {
    // The events of one transaction are announced in one breath: read and written together, they cost half.
    await nextTurn();
    const hints = new Map([...this.wanted].slice(0, READ_LIMIT));
    for (const seq of hints.keys()) this.wanted.delete(seq);
    const events = await readLiveEvents(database().sql, [...hints.keys()]);
    this.fanOut(events.map((event) => ({ ...event, horizon: hints.get(event.seq) ?? event.horizon })));
  }

  private async catchUp(): Promise<void> {
    this.isBehind = false;
    const { horizon } = this;
    if (horizon === null) {
      this.horizon = await readLiveHorizon(database().sql);
      return;
    }
    const events = await readLiveEventsSince(database().sql, horizon, CATCH_UP_LIMIT);
    if (events.length === CATCH_UP_LIMIT) this.dropAll();
    else this.fanOut(events.map((event) => ({ ...event, horizon })));
  }

  private fanOut(events: readonly LiveEventRow[]): void {
    this.horizon = events.at(-1)?.horizon ?? this.horizon;
    const frames = events.map((event) => ({ event, frame: frameOf(event) }));
    // Screens of one tenant and client see the same: their bytes are put together once, and written at one go.
    const chunks = new Map<string, Buffer>();
    for (const screen of this.screens) {
      const { organizationId, clientId } = screen.actor;
      const key = `${organizationId}/${clientId ?? ''}`;
      let chunk = chunks.get(key);
      if (chunk === undefined) {
        const visible = frames.filter(({ event }) => maySee(screen.actor, event));
        chunk = Buffer.from(visible.map(({ frame }) => frame).join(''));
        chunks.set(key, chunk);
      }
      if (chunk.length === 0) continue;
      if (screen.held === null) this.write(screen, chunk);
      else screen.held.push(chunk);
    }
  }

  /** Ends every stream; the browsers come back by themselves and resume from the table. */
  dropAll(): void {
    for (const { response } of this.screens) response.end();
    this.screens.clear();
  }
}

const shared = globalThis as typeof globalThis & { calmlineLiveHub?: LiveHub };

/** The hub of this process. */
export function liveHub(): LiveHub {
  return (shared.calmlineLiveHub ??= new LiveHub());
}
