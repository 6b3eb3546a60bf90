import type { ServerResponse } from 'node:http';
import { database } from '../db/client';
import { readLiveEvents, readLiveEventsSince, type LiveEventRow } from '../db/gate';
import type { Actor } from '../kernel/actor';
import { log } from '../kernel/log';

/** A screen that is open now. */
export type Screen = { actor: Actor; response: ServerResponse };

/** A screen that reads so slowly that this much waits for it is let go: it comes back and resumes. */
const MAX_WAITING_BYTES = 4_000_000;

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
 * may see it. Notifications are only hints with a number; after a lost connection everything since the last horizon is
 * read again, and screens drop what they have seen.
 */
class LiveHub {
  readonly screens = new Set<Screen>();
  private wanted: number[] = [];
  private isReading = false;
  private horizon: string | null = null;

  async start(): Promise<void> {
    await database().sql.listen(
      'live',
      (seq) => {
        this.wanted.push(Number(seq));
        this.read();
      },
      () => void this.catchUp(),
    );
  }

  write(screen: Screen, frame: string | Buffer): void {
    if (screen.response.writableLength > MAX_WAITING_BYTES) screen.response.destroy();
    else screen.response.write(frame);
  }

  private read(): void {
    if (this.isReading) return;
    this.isReading = true;
    void this.readWanted().finally(() => {
      this.isReading = false;
      if (this.wanted.length > 0) this.read();
    });
  }

  private async readWanted(): Promise<void> {
    const seqs = this.wanted.splice(0, 500);
    try {
      this.fanOut(await readLiveEvents(database().sql, seqs));
    } catch (error) {
      log().error({ err: error }, 'live events could not be read; screens resume');
      this.dropAll();
    }
  }

  private async catchUp(): Promise<void> {
    if (this.horizon === null) return;
    try {
      const events = await readLiveEventsSince(database().sql, this.horizon, CATCH_UP_LIMIT);
      if (events.length === CATCH_UP_LIMIT) this.dropAll();
      else this.fanOut(events);
    } catch (error) {
      log().error({ err: error }, 'live events could not be caught up; screens resume');
      this.dropAll();
    }
  }

  private fanOut(events: readonly LiveEventRow[]): void {
    for (const event of events) {
      this.horizon = event.horizon;
      const frame = Buffer.from(frameOf(event));
      for (const screen of this.screens) {
        if (maySee(screen.actor, event)) this.write(screen, frame);
      }
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
