import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox, type Outbox, type Verdict } from '../../app/desk/outbox-sender';
import type { OutboxEntry } from '../../app/desk/outbox';
import { Browser, type BrowserWindow } from '../support/browser-disk';

const CALL = 'call';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-29T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What becomes of one sending. `lost`: the server took it, and its answer never came. */
type Fate = 'fine' | 'lost' | 'down' | 'busy';

/** The log as the server keeps it: a point that comes twice is one. */
class Server {
  readonly log: string[] = [];
  readonly fields: Record<string, string> = {};
  fates: Fate[] = [];

  async take(entry: OutboxEntry): Promise<Verdict> {
    const fate = this.fates.shift() ?? 'fine';
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (fate === 'down') return { kind: 'later', isReachable: false };
    if (fate === 'busy') return { kind: 'later', isReachable: true };
    if (entry.kind === 'note' && !this.log.includes(entry.noteId)) this.log.push(entry.noteId);
    if (entry.kind === 'fields') Object.assign(this.fields, entry.fields.intake);
    return fate === 'lost' ? { kind: 'later', isReachable: false } : { kind: 'accepted' };
  }
}

/** A window with its desk, until it crashes. */
class Desk {
  readonly outbox: Outbox;
  private readonly stop: () => void;
  /** Written here and perhaps not on the disk yet. */
  private fresh: string[] = [];
  /** In the order written. */
  readonly notes: string[] = [];

  constructor(
    private readonly window: BrowserWindow,
    server: Server,
    name: string,
    private readonly safe: Set<string>,
  ) {
    this.outbox = createOutbox({ deskId: name, storage: window.storage, locks: window.locks });
    this.outbox.sendWith(async (entry) => {
      const verdict = await server.take(entry);
      return window.isAlive ? verdict : new Promise<never>(() => undefined);
    });
    this.stop = this.outbox.start();
  }

  note(noteId: string): void {
    this.outbox.put({ kind: 'note', callId: CALL, noteId, text: noteId });
    this.fresh.push(noteId);
    this.notes.push(noteId);
  }

  write(field: string, text: string): void {
    this.outbox.put({ kind: 'fields', callId: CALL, fields: { intake: { [field]: text } } });
    this.fresh.push(`${field}=${text}`);
  }

  /** Whatever the desk says is safe has to arrive. */
  look(): void {
    if (this.outbox.isAtRisk()) return;
    for (const one of this.fresh) this.safe.add(one);
    this.fresh = [];
  }

  crash(): void {
    this.look();
    this.window.crash();
    this.stop();
  }
}

type Step =
  | { do: 'note' }
  | { do: 'write'; field: string }
  | { do: 'wait'; milliseconds: number }
  | { do: 'crash' }
  | { do: 'clock'; milliseconds: number };

const name: Step = { do: 'write', field: 'name' };
const back: Step = { do: 'clock', milliseconds: -3_600_000 };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('note' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('write' as const), field: fc.constantFrom('name', 'number') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(0, 1, 4, 10, 25, 400, 2_000, 20_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      milliseconds: fc.constantFrom(-3_600_000, -50, 3_600_000),
    }),
  },
);
const fates = fc.array(fc.constantFrom<Fate>('fine', 'fine', 'lost', 'down', 'busy'), { maxLength: 30 });

class Run {
  private readonly browser = new Browser();
  readonly server = new Server();
  readonly safe = new Set<string>();
  /** In the order written, by the window's place on the screen. */
  readonly written: string[][];
  readonly desks: Desk[];
  /** The notes of each window that ever was, in the order written. */
  readonly windows: string[][] = [];
  private count = 0;

  constructor(places: number, toCome: Fate[]) {
    this.server.fates = toCome;
    this.written = Array.from({ length: places }, () => []);
    this.desks = Array.from({ length: places }, () => this.open());
  }

  private open(): Desk {
    this.count += 1;
    const desk = new Desk(this.browser.open(), this.server, `window-${this.count}`, this.safe);
    this.windows.push(desk.notes);
    return desk;
  }

  async take(place: number, step: Step): Promise<void> {
    const desk = this.desks[place];
    const written = this.written[place];
    if (desk === undefined || written === undefined) return;
    this.count += 1;
    switch (step.do) {
      case 'note':
        written.push(`note-${this.count}`);
        desk.note(`note-${this.count}`);
        break;
      case 'write':
        written.push(`${step.field}=${this.count}`);
        desk.write(step.field, String(this.count));
        break;
      case 'wait':
        await vi.advanceTimersByTimeAsync(step.milliseconds);
        for (const one of this.desks) one.look();
        break;
      case 'clock':
        vi.setSystemTime(Date.now() + step.milliseconds);
        break;
      case 'crash':
        desk.crash();
        this.desks[place] = this.open();
    }
  }

  /** The line stays, and every window has time. */
  async end(): Promise<void> {
    this.server.fates = [];
    await vi.advanceTimersByTimeAsync(120_000);
    for (const desk of this.desks) {
      expect(desk.outbox.view().entries).toEqual([]);
      desk.look();
      desk.crash();
    }
    expect([...this.browser.disk.values()]).toEqual([]);
  }
}

describe('whatever happens to windows, disk and line', () => {
  test('the log of a call is complete and in order, without doubles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fates, async (steps, toCome) => {
        const run = new Run(1, [...toCome]);
        for (const one of steps) await run.take(0, one);
        await run.end();
        const { log, fields } = run.server;
        const [written = []] = run.written;
        const notes = written.filter((one) => one.startsWith('note-'));
        expect(log).toEqual(notes.filter((one) => log.includes(one)));
        expect(notes.filter((one) => run.safe.has(one) && !log.includes(one))).toEqual([]);
        for (const field of ['name', 'number']) {
          // The last that was safe, or one that followed it and was not.
          const values = written.filter((one) => one.startsWith(`${field}=`));
          const lastSafe = values.findLastIndex((one) => run.safe.has(one));
          const last = values.slice(Math.max(0, lastSafe));
          if (lastSafe !== -1) expect(last).toContain(`${field}=${fields[field] ?? ''}`);
        }
      }),
      {
        numRuns: 150,
        // A clock that is set back between a crash and the first key after it.
        examples: [[[name, { do: 'wait', milliseconds: 4 }, back, { do: 'crash' }, name], []]],
      },
    );
  });

  test('two windows send what each wrote in its order, once, and care for what the other left', async () => {
    const placed = fc.tuple(fc.nat({ max: 1 }), step);
    await fc.assert(
      fc.asyncProperty(fc.array(placed, { maxLength: 50 }), fates, async (steps, toCome) => {
        const run = new Run(2, [...toCome]);
        for (const [place, one] of steps) await run.take(place, one);
        await run.end();
        const { log } = run.server;
        expect(new Set(log).size).toBe(log.length);
        for (const window of run.windows) {
          const own = log.filter((one) => window.includes(one));
          expect(own).toEqual(window.filter((one) => own.includes(one)));
        }
        const notes = run.written.flat().filter((one) => one.startsWith('note-'));
        expect(notes.filter((one) => run.safe.has(one) && !log.includes(one))).toEqual([]);
        expect(log.filter((one) => !notes.includes(one))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a browser that keeps nothing', () => {
  test('is told of, and the words are sent all the same', async () => {
    const browser = new Browser();
    const server = new Server();
    const window = browser.open();
    window.canWrite = false;
    server.fates = ['down'];
    const desk = new Desk(window, server, 'window', new Set());
    desk.note('first');
    await vi.advanceTimersByTimeAsync(100);
    expect(desk.outbox.view()).toMatchObject({ isStored: false, entries: [{ noteId: 'first' }] });
    expect(desk.outbox.isAtRisk()).toBe(true);
    window.canWrite = true;
    desk.note('second');
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.outbox.view().isStored).toBe(true);
    expect(desk.outbox.isAtRisk()).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.log).toEqual(['first', 'second']);
    desk.crash();
  });
});

describe('a window that lives', () => {
  test('sends its own: another one leaves its words alone until it is gone', async () => {
    const browser = new Browser();
    const server = new Server();
    const off = new Server();
    off.fates = Array.from({ length: 1_000 }, () => 'down');
    const first = new Desk(browser.open(), off, 'first', new Set());
    const second = new Desk(browser.open(), server, 'second', new Set());
    first.note('written in the first');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(second.outbox.view().entries).toEqual([]);
    expect(await second.outbox.takeOver('first')).toBe(false);
    first.crash();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(server.log).toEqual(['written in the first']);
    second.crash();
  });

  test('gives the words typed into a note and the note itself to the disk in one', async () => {
    const browser = new Browser();
    const window = browser.open();
    const desk = new Desk(window, new Server(), 'window', new Set());
    desk.outbox.put({ kind: 'draft', callId: CALL, text: 'Was paid half' });
    await vi.advanceTimersByTimeAsync(4);
    desk.outbox.put(
      { kind: 'note', callId: CALL, noteId: 'n', text: 'Was paid half' },
      { kind: 'draft', callId: CALL, text: '' },
    );
    const seen = () =>
      [...browser.disk.values()].map((one) => ('text' in one ? `${one.kind}: ${one.text}` : one.kind)).sort();
    const before = ['draft: Was paid half'];
    const states = new Set<string>();
    for (let step = 0; step < 10; step += 1) {
      states.add(JSON.stringify(seen()));
      await vi.advanceTimersByTimeAsync(1);
    }
    expect([...states]).toEqual([JSON.stringify(before), JSON.stringify(['draft: ', 'note: Was paid half'])]);
    desk.crash();
  });
});
