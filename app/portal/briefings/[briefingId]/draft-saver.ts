import type { BriefingContent } from '@/domain/briefings/model';

/*
 * Saves a draft while its author types: one save at a time, the newest text next, nothing given up.
 * Every change is kept on the device first, so that a crash between two saves costs no word.
 * A colleague's save in between answers STALE; then nothing is sent until the author has chosen.
 */

type SaveProblem = {
  code: string;
  words: string;
  problems: readonly { field: string; words: string }[];
};

export type SaveState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** `isKept`: this device has a copy of what was typed. */
  | { kind: 'failed'; problem: SaveProblem; isRetrying: boolean; isKept: boolean }
  | { kind: 'stale' };

/** `revision`: the draft revision that the text on the screen is based on; `base`: that draft, null where not known. */
export type SaverSnapshot = { save: SaveState; revision: number; base: BriefingContent | null };

type SavedDraft = { draftRevision: number; updatedAt: Date; draft: BriefingContent };

export type SaverPorts = {
  save: (content: BriefingContent, revision: number) => Promise<SavedDraft>;
  problemOf: (error: unknown) => SaveProblem;
  /** Answers whether the device took it. */
  keep: (content: BriefingContent, revision: number, base: BriefingContent | null) => boolean;
  forget: () => void;
};

const PAUSE_MS = 800;
const RETRY_MS = 5_000;
/** What a second try may mend. Everything else waits for the author. */
const passing = new Set(['UNAVAILABLE', 'TOO_MANY_REQUESTS', 'INTERNAL']);

export class DraftSaver {
  #snapshot: SaverSnapshot;
  #pending: BriefingContent | null = null;
  #isKept = true;
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly ports: SaverPorts,
    revision: number,
    base: BriefingContent | null,
  ) {
    this.#snapshot = { save: { kind: 'saved', at: null }, revision, base };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SaverSnapshot => this.#snapshot;

  changed(content: BriefingContent): void {
    this.#pending = content;
    this.#isKept = this.ports.keep(content, this.#snapshot.revision, this.#snapshot.base);
    if (this.#snapshot.save.kind === 'stale') return;
    if (this.#sending === null) this.#tell({ kind: 'waiting' });
    this.#sendIn(PAUSE_MS);
  }

  /** Sends what is pending now. Answers whether everything typed so far is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#sending;
    if (this.#pending !== null && this.#snapshot.save.kind !== 'stale') await this.#send();
    return this.#pending === null && this.#snapshot.save.kind === 'saved';
  }

  /** Goes on from a colleague's revision, `base`: with `mine` to save that over it, without to take it as it is. */
  rebase(revision: number, base: BriefingContent, mine: BriefingContent | null): void {
    this.#pending = mine;
    this.#tell({ kind: 'saved', at: null }, revision, base);
    if (mine === null) return this.ports.forget();
    this.changed(mine);
    this.#sendIn(0);
  }

  /** A colleague saved: what is typed from here on would be refused. */
  fallBehind(): void {
    clearTimeout(this.#timer);
    this.#tell({ kind: 'stale' });
  }

  /** The author leaves the page: what is pending is still sent. */
  async leave(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
  }

  #sendIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), milliseconds);
  }

  #send(): Promise<void> {
    this.#sending ??= this.#saveOnce().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #saveOnce(): Promise<void> {
    const content = this.#pending;
    if (content === null) return;
    this.#tell({ kind: 'saving' });
    try {
      const saved = await this.ports.save(content, this.#snapshot.revision);
      if (this.#pending === content) {
        this.#pending = null;
        this.ports.forget();
        this.#tell({ kind: 'saved', at: saved.updatedAt }, saved.draftRevision, saved.draft);
      } else if (this.#pending !== null) {
        this.#isKept = this.ports.keep(this.#pending, saved.draftRevision, saved.draft);
        this.#tell({ kind: 'waiting' }, saved.draftRevision, saved.draft);
        this.#sendIn(PAUSE_MS);
      }
    } catch (error) {
      const problem = this.ports.problemOf(error);
      if (problem.code === 'STALE') return this.fallBehind();
      const isRetrying = passing.has(problem.code);
      this.#tell({ kind: 'failed', problem, isRetrying, isKept: this.#isKept });
      if (this.#pending !== content) this.#sendIn(PAUSE_MS);
      else if (isRetrying) this.#sendIn(RETRY_MS);
    }
  }

  #tell(save: SaveState, revision = this.#snapshot.revision, base = this.#snapshot.base): void {
    this.#snapshot = { save, revision, base };
    for (const listener of this.#listeners) listener();
  }
}
