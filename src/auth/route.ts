import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from './options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: csrf, sign-in, sign-out. */
export async function answerAuth(request: NextRequest, context: Context): Promise<Response> {
  const answer: unknown = await NextAuth(
    request as never,
    { ...context, params: await context.params } as never,
    authOptions(),
  );
  return answer as Response;
}
