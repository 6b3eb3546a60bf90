import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentSession } from '@/auth/current-session';
import { LoginForm } from './login-form';
import { safeNext } from './safe-next';

export const metadata: Metadata = { title: 'Sign in' };

type Search = { next?: string | string[] };

export default async function LoginPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next } = await searchParams;
  const target = safeNext(typeof next === 'string' ? next : undefined);
  if (await currentSession()) redirect(target);
  return (
    <main className="flex min-h-dvh items-start justify-center bg-sunken px-4 pt-[14dvh] pb-12">
      <div className="w-full max-w-sm">
        <p className="mb-3 text-lg font-semibold text-accent">Calmline</p>
        <div className="rounded-lg border border-line bg-raised p-5 sm:p-6">
          <h1 className="mb-4 text-xl font-semibold">Sign in</h1>
          <LoginForm next={target} />
        </div>
        <p className="mt-4 text-ink-soft">
          Forgotten your password? An admin of your answering service can give you a new one.
        </p>
      </div>
    </main>
  );
}
