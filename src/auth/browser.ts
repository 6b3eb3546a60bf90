import { signIn, signOut as endSession } from 'next-auth/react';

export type SignInAnswer = { ok: true } | { ok: false; words: string };

/** Signs in from the login form. The words never say whether the name or the password was wrong. */
export async function signInWithPassword(email: string, password: string): Promise<SignInAnswer> {
  const answer = await signIn('credentials', { email, password, redirect: false });
  if (answer?.ok === true && answer.error === null) return { ok: true };
  if (answer?.error === 'TOO_MANY_ATTEMPTS') {
    return { ok: false, words: 'Too many attempts. Wait a quarter of an hour, then try again.' };
  }
  if (answer?.error === 'CredentialsSignin') {
    return { ok: false, words: 'That e-mail address and password do not match.' };
  }
  return { ok: false, words: 'Signing in did not work. Check the connection and try again.' };
}

/** Ends this browser's session; a copy of its cookie opens nothing afterwards. */
export async function signOut(): Promise<void> {
  await endSession({ callbackUrl: '/login' });
}
