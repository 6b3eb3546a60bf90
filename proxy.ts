import { NextResponse, type NextRequest } from 'next/server';
import { env } from '@/env';

const signedInOnly = /^\/(desk|portal|manage|pop)(\/|$)/;

/** Sends signed-out people to the sign-in, and writes the security headers. It never authorizes. */
export function proxy(request: NextRequest): NextResponse {
  const isHttps = env().PUBLIC_URL.startsWith('https:');
  const { pathname, search } = request.nextUrl;
  const cookie = isHttps ? '__Host-calmline.session' : 'calmline.session';
  if (signedInOnly.test(pathname) && !request.cookies.has(cookie)) {
    const target = new URL('/login', request.nextUrl);
    target.searchParams.set('next', `${pathname}${search}`);
    return secured(NextResponse.redirect(target), isHttps);
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, isHttps);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return secured(response, isHttps);
}

function contentSecurityPolicy(nonce: string, isHttps: boolean): string {
  const isDevelopment = env().NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Dialogs and menus place themselves with style attributes, which cannot carry a nonce.
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    // The desk's service worker; trust in scripts ('strict-dynamic') does not reach it.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

function secured(response: NextResponse, isHttps: boolean): NextResponse {
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (isHttps) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/static|_next/image|favicon.ico).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
