const ORIGIN = 'http://same.origin';

/** The path to go to after signing in: only a path of this site, anything else is the start page. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, ORIGIN)) return '/';
  const url = new URL(next, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname === '/login') return '/';
  return `${url.pathname}${url.search}`;
}
