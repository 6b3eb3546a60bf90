import { waitFor } from './wait-for';

export type Frame = {
  id: string;
  type: string;
  /** superjson's plain part, as a screen reads it. */
  json: Record<string, unknown>;
};

type Door = { cookie?: string; key?: string; lastEventId?: string; since?: string; isDesk?: boolean };

/** One open screen: what `GET /api/live` sends, frame by frame. */
export class EventStream {
  readonly frames: Frame[] = [];
  isEnded = false;

  private constructor(
    readonly status: number,
    private readonly stopper: AbortController,
  ) {}

  /** Opened when the server says that it is: from then on nothing may be missed. */
  static async open(
    url: string,
    { cookie, key, lastEventId, since, isDesk = false }: Door,
  ): Promise<EventStream> {
    const stopper = new AbortController();
    const asked = new URLSearchParams({
      ...(since !== undefined && { since }),
      ...(isDesk && { desk: '1' }),
    });
    const response = await fetch(`${url}/api/live?${asked.toString()}`, {
      signal: stopper.signal,
      headers: {
        ...(cookie !== undefined && { cookie }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
    });
    const stream = new EventStream(response.status, stopper);
    const reader = response.body?.getReader();
    if (response.status !== 200 || reader === undefined) {
      await reader?.cancel();
      return stream;
    }
    await new Promise<void>((opened) => void stream.read(reader, opened));
    return stream;
  }

  private async read(reader: ReadableStreamDefaultReader<Uint8Array>, opened: () => void): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += decoder.decode(part.value, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
        opened();
      }
    } catch (error) {
      // Closed by the test, or cut off with the server: an end like any other.
      if (!this.stopper.signal.aborted && !(error instanceof TypeError)) throw error;
    } finally {
      this.isEnded = true;
      opened();
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]),
    );
    const type = fields.get('event');
    if (type === undefined) return;
    const data = JSON.parse(fields.get('data') ?? '{}') as { json?: Record<string, unknown> };
    this.frames.push({ id: fields.get('id') ?? '', type, json: data.json ?? {} });
  }

  /** The first frame that matches, now or soon. */
  async expectFrame(what: string, matches: (frame: Frame) => boolean): Promise<Frame> {
    return waitFor(
      `${what}; so far: ${this.frames.map(({ type }) => type).join(', ') || 'nothing'}`,
      () => this.frames.find(matches),
      5_000,
    );
  }

  async expectEnd(): Promise<void> {
    await waitFor('the end of the stream', () => this.isEnded, 5_000);
  }

  close(): void {
    this.stopper.abort();
  }
}
