import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';

const ORIGIN = 'https://calm.example';

type Asked = { url: string; mode: string };
type Waits = { waitUntil: (work: Promise<unknown>) => void };

/** Named caches, as a browser keeps them. */
class Caches {
  readonly named = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const kept = this.named.get(name) ?? new Map<string, Response>();
    this.named.set(name, kept);
    const keyOf = (asked: string | { url: string }) =>
      new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).href;
    return {
      match: async (asked: string) => kept.get(keyOf(asked))?.clone(),
      put: async (asked: string, answer: Response) => void kept.set(keyOf(asked), answer),
      delete: async (asked: string | { url: string }) => kept.delete(keyOf(asked)),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
    };
  }

  readonly match = async (url: string) => {
    for (const kept of this.named.values()) if (kept.has(url)) return kept.get(url)?.clone();
    return undefined;
  };
  readonly keys = async () => [...this.named.keys()];
  readonly delete = async (name: string) => this.named.delete(name);
}

type Shown = { title: string; body?: string; tag?: string; data: { path: string } };

/**
 * The service worker in a browser of which only what it uses is there. `answer` is the network; `windows` are the
 * addresses that are open.
 */
export async function startDeskWorker(
  answer: (path: string) => Promise<Response>,
  windows: readonly string[] = [],
) {
  const shown: Shown[] = [];
  const opened: string[] = [];
  const focused: string[] = [];
  const heard = new Map<string, (event: object) => void>();
  const caches = new Caches();
  const program = await readFile(new URL('../../src/http/desk-worker-program.mjs', import.meta.url), 'utf8');
  const scope = {
    addEventListener: (name: string, listener: (event: object) => void) => heard.set(name, listener),
    skipWaiting: async () => undefined,
    clients: {
      claim: async () => undefined,
      matchAll: async () =>
        windows.map((path) => ({
          url: `${ORIGIN}${path}`,
          focus: async () => void focused.push(path),
        })),
      openWindow: async (url: string) => void opened.push(url),
    },
    registration: {
      showNotification: async (title: string, options: Omit<Shown, 'title'>) =>
        void shown.push({ title, ...options }),
    },
    location: { origin: ORIGIN },
    caches,
    fetch: async (asked: string | Asked) =>
      answer(new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname),
    ...{ Response, Headers, URL, setTimeout, Promise },
  };
  runInContext(program, createContext(scope));

  /** Everything that an event set going is over. */
  const tell = async <Event extends object>(name: string, event: Event): Promise<Event> => {
    const works: Promise<unknown>[] = [];
    const whole: Event & Waits = { ...event, waitUntil: (work) => void works.push(work) };
    heard.get(name)?.(whole);
    await Promise.all(works);
    return whole;
  };
  return {
    caches,
    install: () => tell('install', {}),
    activate: () => tell('activate', {}),
    message: (words: object) => tell('message', { data: words }),
    shown,
    opened,
    focused,
    /** A push service brings a message; its text is what was encrypted. */
    push: (text: string) => tell('push', { data: { json: () => JSON.parse(text) as unknown } }),
    press: (data: object) => tell('notificationclick', { notification: { close: () => undefined, data } }),
    /** What the page gets; null: the worker does not care for it. */
    ask: async (path: string, { mode = 'navigate', method = 'GET' } = {}): Promise<Response | null> => {
      const given: { answer?: Promise<Response> } = {};
      const request = { url: `${ORIGIN}${path}`, mode, method };
      const respondWith = (response: Promise<Response>) => {
        given.answer = response;
      };
      const settled = tell('fetch', { request, respondWith });
      const response = (await given.answer) ?? null;
      await settled;
      return response;
    },
  };
}
