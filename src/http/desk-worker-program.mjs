// The service worker: /sw.js. A classic script that the browser runs as it stands here. It is registered twice, and each
// registration hears of its own events only: for /desk, where it keeps the desk; and, on devices that take notifications,
// for /notifications/, where there is no page, so that it wakes people and touches nothing else.
//
// For the desk it keeps two things, so that a reload without the server shows the desk: the program (/_next/static, whose names carry
// their version) and the desk's page as this member last got it. Nothing else: what the API says is kept by the page
// itself, which knows how old it is. A page out of the keeping says so: <html data-kept>.

const PROGRAM = 'calmline-program-1';
const PAGE = 'calmline-desk-1';
/** Under which the one page is kept, whatever its address asks for. */
const PAGE_KEY = '/desk';
const MEMBER_KEY = '/desk/member';
/** A server that says nothing for this long is not waited for. */
const PATIENCE_MS = 3_000;
/** Of several versions of the program: the oldest parts go. */
const MOST_PARTS = 400;

const worker = globalThis;
const { caches } = worker;

worker.addEventListener('install', () => worker.skipWaiting());

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

async function forgetOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith('calmline-'));
  const others = names.filter((name) => name !== PROGRAM && name !== PAGE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname.startsWith('/_next/static/')) event.respondWith(programPart(request));
  else if (request.mode === 'navigate' && pathname === PAGE_KEY) event.respondWith(deskPage(event));
});

/** Parts of the program never change under their name. */
async function programPart(request) {
  const kept = await caches.match(request.url);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keepPart(request.url, answer.clone());
  return answer;
}

/** A full disk must not keep the desk from loading. */
async function keepPart(url, answer) {
  try {
    const program = await caches.open(PROGRAM);
    await program.put(url, answer);
    return true;
  } catch {
    return false;
  }
}

/** The server's page; where it does not answer soon, or only that it cannot: the kept one. */
async function deskPage(event) {
  const asked = fetch(event.request);
  const answered = orNothing(asked);
  event.waitUntil(answered.then((answer) => answer !== null && keepPage(answer.clone())));
  const patience = new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const answer = await Promise.race([answered, patience]);
  if (answer !== null && answer.status < 500) return answer;
  const page = await caches.open(PAGE);
  return (await page.match(PAGE_KEY)) ?? asked;
}

/** null: the line is down. */
async function orNothing(asked) {
  try {
    return await asked;
  } catch {
    return null;
  }
}

/** A page that the server no longer gives, because nobody is signed in, is not kept either. */
async function keepPage(answer) {
  if (answer.status >= 500) return;
  if (!answer.ok || answer.redirected || answer.type === 'opaqueredirect') {
    await caches.delete(PAGE);
    return;
  }
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  // The text is written anew: what was said about its bytes no longer holds.
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name);
  const marked = text.replace('<html', '<html data-kept=""');
  const page = await caches.open(PAGE);
  await page.put(PAGE_KEY, new Response(marked, { headers }));
}

worker.addEventListener('message', (event) => {
  const { type, member, loaded } = event.data ?? {};
  if (type !== 'keep') return;
  // A page that was on its way while the worker was activated is not its own yet.
  event.waitUntil(Promise.all([worker.clients.claim(), keepPageOf(member), keepParts(loaded)]));
});

/** The page that is open may have come before this worker, or be another member's than the one that is kept. */
async function keepPageOf(member) {
  const page = await caches.open(PAGE);
  const [kept, owner] = [await page.match(PAGE_KEY), await page.match(MEMBER_KEY)];
  if (kept !== undefined && (await owner?.text()) === member) return;
  await page.delete(PAGE_KEY);
  await page.put(MEMBER_KEY, new Response(member));
  const answer = await fetch(PAGE_KEY, { credentials: 'same-origin' }).catch(() => unanswered());
  await keepPage(answer);
}

/** What was loaded before this worker was there. */
async function keepParts(loaded) {
  const program = await caches.open(PROGRAM);
  const parts = loaded.filter((url) => {
    const { origin, pathname } = new URL(url);
    return origin === worker.location.origin && pathname.startsWith('/_next/static/');
  });
  for (const url of parts) {
    if ((await program.match(url)) !== undefined) continue;
    const answer = await fetch(url).catch(() => unanswered());
    if (answer.ok) await keepPart(url, answer);
  }
  const all = await program.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_PARTS)).map((part) => program.delete(part)));
}

function unanswered() {
  return new Response(null, { status: 503 });
}

worker.addEventListener('push', (event) => event.waitUntil(showNotification(event.data)));

/** What workers/channels/push-payload.ts wrote. A browser that was woken must show something, whatever it was told. */
async function showNotification(data) {
  const { title, body, path, tag } = readPayload(data);
  // The same matter again takes the place of its first word, and makes itself heard all the same.
  const options = { body, tag, renotify: true, requireInteraction: true, data: { path } };
  await worker.registration.showNotification(title, options);
}

function readPayload(data) {
  try {
    return data.json();
  } catch {
    const words = 'Something needs you. Open Calmline to see it.';
    return { title: 'Calmline', body: words, path: '/portal/escalations', tag: 'calmline' };
  }
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showPage(event.notification.data?.path ?? '/portal/escalations'));
});

/** In the window that shows it already, else in a new one; never anywhere but here. */
async function showPage(path) {
  const wanted = new URL(path, worker.location.origin);
  if (wanted.origin !== worker.location.origin) return;
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const shown = windows.find(({ url }) => new URL(url).pathname === wanted.pathname);
  if (shown === undefined) await worker.clients.openWindow(wanted.href);
  else await shown.focus();
}
