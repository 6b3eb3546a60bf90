import { afterEach, describe, expect, test, vi } from 'vitest';
import { startDeskWorker } from '../support/worker-browser';

afterEach(() => {
  vi.useRealTimers();
});

const html = (words: string) =>
  new Response(`<!DOCTYPE html><html lang="en"><body>${words}</body></html>`, {
    headers: { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-1'" },
  });

/** What the network answers, by path; a path that is not there is a line that is down. */
function network(pages: Record<string, () => Response>) {
  const asked: string[] = [];
  const answer = async (path: string) => {
    asked.push(path);
    const page = pages[path];
    if (page === undefined) throw new TypeError('Failed to fetch');
    return page();
  };
  return { asked, answer, pages };
}

const words = async (response: Response | null) => (await response?.text())?.replace(/<[^>]*>/g, '');

describe('the desk’s page', () => {
  test('comes from the server; without it the last one, which says so and keeps its policy', async () => {
    const line = network({ '/desk': () => html('Two calls') });
    const worker = await startDeskWorker(line.answer);
    const fresh = await worker.ask('/desk');
    expect(await fresh?.text()).not.toContain('data-kept');
    delete line.pages['/desk'];
    const kept = await worker.ask('/desk?call=7');
    expect(kept?.headers.get('content-security-policy')).toBe("script-src 'nonce-1'");
    expect(await kept?.text()).toContain('<html data-kept="" lang="en">');
  });

  test('also where the server only says that it cannot', async () => {
    const line = network({ '/desk': () => html('Two calls') });
    const worker = await startDeskWorker(line.answer);
    await worker.ask('/desk');
    line.pages['/desk'] = () => new Response('Bad gateway', { status: 502 });
    expect(await words(await worker.ask('/desk'))).toBe('Two calls');
  });

  test('also where the server has said nothing for three seconds; what it says then is kept', async () => {
    vi.useFakeTimers();
    let late: (page: Response) => void = () => undefined;
    const pages: (() => Promise<Response>)[] = [
      async () => html('Before'),
      () => new Promise((resolve) => (late = resolve)),
    ];
    const worker = await startDeskWorker(
      async () => (await pages.shift()?.()) ?? Promise.reject(new Error('down')),
    );
    await worker.ask('/desk');
    const asked = worker.ask('/desk');
    await vi.advanceTimersByTimeAsync(3_000);
    late(html('After'));
    expect(await words(await asked)).toBe('Before');
    expect(await words(await worker.ask('/desk'))).toBe('After');
  });

  test('is no longer there once the server gives it to nobody', async () => {
    const line = network({ '/desk': () => html('Two calls') });
    const worker = await startDeskWorker(line.answer);
    await worker.ask('/desk');
    line.pages['/desk'] = () => Response.redirect('https://calm.example/login');
    await worker.ask('/desk');
    delete line.pages['/desk'];
    await expect(worker.ask('/desk')).rejects.toThrow('Failed to fetch');
  });

  test('is the member’s who is at the desk, never that of whoever was there before', async () => {
    const line = network({ '/desk': () => html('Olga’s calls') });
    const worker = await startDeskWorker(line.answer);
    await worker.message({ type: 'keep', member: 'olga', loaded: [] });
    line.pages['/desk'] = () => html('Dana’s calls');
    await worker.message({ type: 'keep', member: 'dana', loaded: [] });
    delete line.pages['/desk'];
    expect(await words(await worker.ask('/desk'))).toBe('Dana’s calls');
    // The line fails just when the next one sits down: then there is no page rather than a wrong one.
    await worker.message({ type: 'keep', member: 'ben', loaded: [] });
    await expect(worker.ask('/desk')).rejects.toThrow('Failed to fetch');
  });

  test('is not asked for again while the same member’s is kept', async () => {
    const line = network({ '/desk': () => html('Olga’s calls') });
    const worker = await startDeskWorker(line.answer);
    await worker.message({ type: 'keep', member: 'olga', loaded: [] });
    await worker.message({ type: 'keep', member: 'olga', loaded: [] });
    expect(line.asked).toEqual(['/desk']);
  });
});

describe('the program', () => {
  test('is kept part by part, and those parts that were loaded before the worker was there', async () => {
    const line = network({
      '/desk': () => html('Two calls'),
      '/_next/static/a.js': () => new Response('a'),
      '/_next/static/b.js': () => new Response('b'),
    });
    const worker = await startDeskWorker(line.answer);
    await worker.ask('/_next/static/a.js', { mode: 'no-cors' });
    const loaded = ['/_next/static/b.js', '/api/live', '/logo.svg'].map(
      (path) => `https://calm.example${path}`,
    );
    await worker.message({
      type: 'keep',
      member: 'olga',
      loaded: [...loaded, 'https://other.example/_next/static/x.js'],
    });
    expect(line.asked.sort()).toEqual(['/_next/static/a.js', '/_next/static/b.js', '/desk']);
    for (const path of Object.keys(line.pages)) delete line.pages[path];
    expect(await words(await worker.ask('/_next/static/a.js', { mode: 'no-cors' }))).toBe('a');
    expect(await words(await worker.ask('/_next/static/b.js', { mode: 'no-cors' }))).toBe('b');
  });

  test('of an earlier worker goes when this one begins', async () => {
    const worker = await startDeskWorker(network({}).answer);
    for (const name of ['calmline-program-0', 'calmline-program-1', 'calmline-desk-1', 'somebody-else'])
      await worker.caches.open(name);
    await worker.activate();
    expect(await worker.caches.keys()).toEqual(['calmline-program-1', 'calmline-desk-1', 'somebody-else']);
  });
});

test('nothing else is touched: neither what the API says nor other pages nor what is sent', async () => {
  const worker = await startDeskWorker(network({}).answer);
  expect(await worker.ask('/api/trpc/calls.get', { mode: 'cors' })).toBeNull();
  expect(await worker.ask('/api/live', { mode: 'cors' })).toBeNull();
  expect(await worker.ask('/manage')).toBeNull();
  expect(await worker.ask('/desk/elsewhere')).toBeNull();
  expect(await worker.ask('/desk', { method: 'POST' })).toBeNull();
  // A part of a page that the router asks for: not the page.
  expect(await worker.ask('/desk?_rsc=1', { mode: 'cors' })).toBeNull();
});

describe('a notification', () => {
  const payload = {
    title: 'Brightwater: urgent',
    body: 'Paid twice.',
    path: '/portal/escalations/7',
    tag: '7',
  };

  test('says what the message says, and leads to the page that is open already', async () => {
    const worker = await startDeskWorker(network({}).answer, ['/portal', '/portal/escalations/7?from=mail']);
    await worker.push(JSON.stringify(payload));
    const { path, ...words } = payload;
    expect(worker.shown).toEqual([{ ...words, renotify: true, requireInteraction: true, data: { path } }]);
    await worker.press({ path });
    expect(worker.focused).toEqual(['/portal/escalations/7?from=mail']);
    expect(worker.opened).toEqual([]);
  });

  test('opens its page where none shows it, and no page of anybody else', async () => {
    const worker = await startDeskWorker(network({}).answer, ['/portal']);
    await worker.press({ path: '/portal/escalations/7' });
    await worker.press({ path: 'https://other.example/portal' });
    await worker.press({ path: '//other.example/portal' });
    expect(worker.opened).toEqual(['https://calm.example/portal/escalations/7']);
  });

  test('is shown also where the message cannot be read', async () => {
    const worker = await startDeskWorker(network({}).answer);
    await worker.push('{');
    expect(worker.shown).toMatchObject([{ title: 'Calmline', data: { path: '/portal/escalations' } }]);
  });
});
