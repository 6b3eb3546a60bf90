import { expect, type Page } from '@playwright/test';
import { signIn, test } from '../support/browser';

/** What the browser said about the content security policy. */
function policyBreaches(page: Page): string[] {
  const breaches: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) breaches.push(message.text());
  });
  return breaches;
}

test('every page has its own nonce, and nothing of ours breaks the policy', async ({ browser, request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const response = await request.get('/login');
      const headers = response.headers();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['referrer-policy']).toBe('same-origin');
      return headers['content-security-policy'] ?? '';
    }),
  );
  const scripts = policies.map((policy) => /script-src ([^;]*)/.exec(policy)?.[1] ?? '');
  for (const source of scripts) {
    expect(source).toMatch(/'nonce-[^']{20,}'/);
    expect(source).not.toContain('unsafe-inline');
  }
  expect(scripts[0]).not.toBe(scripts[1]);
  expect(policies[0]).toContain("frame-ancestors 'none'");

  const page = await signIn(browser, 'operator2@harbor.example');
  const breaches = policyBreaches(page);
  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(breaches).toEqual([]);
});

test('a wrong password and an unknown name read the same, and guessing ends', async ({ page, browser }) => {
  const trySignIn = async (email: string) => {
    await page.goto('/login');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const words = page.getByRole('alert').filter({ hasText: /\w/ }).first();
    await expect(words).toBeVisible();
    return (await words.innerText()).replaceAll(/\s+/g, ' ');
  };
  const known = await trySignIn('office@cobalt.example');
  expect(await trySignIn('nobody@cobalt.example')).toBe(known);
  for (let attempt = 2; attempt <= 10; attempt += 1) await trySignIn('office@cobalt.example');
  expect(await trySignIn('office@cobalt.example')).toContain('Too many attempts');
  // Others are not locked out with them.
  await signIn(browser, 'author@cobalt.example');
});

test('signing out ends the session everywhere a copy of its cookie went', async ({ browser, request }) => {
  const page = await signIn(browser, 'contact@cobalt.example');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const replay = () => request.get('/api/trpc/session.me', { headers: { cookie } });
  expect((await replay()).status()).toBe(200);
  await page
    .getByRole('button', { name: /Tom Becker|account/i })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /sign out/i }).click();
  await page.waitForURL(/\/login/);
  expect((await replay()).status()).toBe(401);
});

test('a person sees the sessions of their own and ends another one', async ({ browser }) => {
  const other = await signIn(browser, 'contact@alder.example');
  const page = await signIn(browser, 'contact@alder.example');
  await page.goto('/account');
  await page
    .getByRole('button', { name: /End the session/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /End the session/ })).toHaveCount(0);
  await other.goto('/portal');
  await expect(other).toHaveURL(/\/login/);
});
