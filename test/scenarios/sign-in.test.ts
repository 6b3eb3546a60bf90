import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createCaller } from '../../src/api/root';
import { ADDRESS_HEADER, authOptions } from '../../src/auth/options';
import { findMatching, hashPassword } from '../../src/auth/password';
import { resolveSession } from '../../src/auth/resolve-actor';
import { countSignIn } from '../../src/auth/sign-in-limits';
import { createMember } from '../../src/domain/tenancy/create-member';
import { disableMember } from '../../src/domain/tenancy/disable-member';
import { revokeSession } from '../../src/domain/tenancy/revoke-session';
import { HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { setEnvironment } from '../support/lanes';
import { cookieOf, signIn } from '../support/sign-in';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  setEnvironment();
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  await world.ownerSql`delete from sign_in_limits`;
});

const password = 'correct horse battery staple';

async function hire(tenant: Tenant = world, email = `${newId()}@calm.example`, secret = password) {
  const passwordHash = await hashPassword(secret);
  const member = { email, name: 'Ada', role: 'operator', clientId: undefined, passwordHash } as const;
  return createMember(tenant.actors.admin, member);
}

type Authorize = (credentials: unknown, request: unknown) => Promise<{ id: string } | null>;

/** What next-auth does with the login form. @returns the session's id */
async function logIn(email: unknown, secret: unknown = password, headers: Record<string, string> = {}) {
  const [provider] = authOptions().providers;
  const { authorize } = (provider as unknown as { options: { authorize: Authorize } }).options;
  const request = { headers: { [ADDRESS_HEADER]: '192.0.2.1', ...headers } };
  return (await authorize({ email, password: secret }, request))?.id ?? null;
}

const sessionOf = async (id: string | null) => resolveSession(await cookieOf(id ?? ''));

it('the right password begins a session, on record with where it came from', async () => {
  const { email, id: memberId } = await hire();
  const id = await logIn(` ${email.toUpperCase()} `, password, { 'user-agent': 'x'.repeat(500) });
  expect(id).not.toBeNull();
  const [row] = await world.ownerSql`
    select membership_id, address, length(user_agent) as length, revoked_at from sessions where id = ${id}`;
  expect(row).toEqual({ membership_id: memberId, address: '192.0.2.1', length: 400, revoked_at: null });
  expect(await sessionOf(id)).toMatchObject({
    actor: { kind: 'member', role: 'operator', id: memberId, organizationId: world.organizationId },
    organizationName: 'Harbor Answering',
    clientName: null,
  });
  const audit = await world.ownerSql`select action from audit_entries where subject_id = ${id}`;
  expect(audit).toMatchObject([{ action: 'session.started' }]);
});

it('a wrong password, an unknown name and nonsense are the same nothing', async () => {
  const { email } = await hire();
  const before = await world.ownerSql`select count(*) from sessions`;
  for (const [name, secret] of [
    [email, 'wrong'],
    [email, ''],
    [email, `${password} `],
    ['nobody@calm.example', password],
    ['', ''],
    [`${email}\u0000`, password],
    ["' or 1=1 --", password],
    [undefined, undefined],
    [{ $ne: null }, { $ne: null }],
    [email, 'x'.repeat(1_001)],
  ]) {
    expect([name, await logIn(name, secret)]).toEqual([name, null]);
  }
  expect(await world.ownerSql`select count(*) from sessions`).toEqual(before);
});

it('a new password from an admin replaces the old one and ends the sessions it began', async () => {
  const { email, id: memberId } = await hire();
  const before = await logIn(email);
  const { temporaryPassword } = await createCaller({
    actor: world.actors.admin,
    session: null,
  }).members.resetPassword({
    memberId,
  });
  expect(await sessionOf(before)).toBeNull();
  expect(await logIn(email)).toBeNull();
  expect(await sessionOf(await logIn(email, temporaryPassword))).toMatchObject({ actor: { id: memberId } });
});

it('one name at two answering services: the password says which', async () => {
  const other = await world.addTenant('Quay Answering');
  const email = `${newId()}@calm.example`;
  const here = await hire(world, email, 'the password of here');
  const there = await hire(other, email, 'the password of there');
  expect(await sessionOf(await logIn(email, 'the password of here'))).toMatchObject({
    actor: { id: here.id },
  });
  expect(await sessionOf(await logIn(email, 'the password of there'))).toMatchObject({
    actor: { id: there.id, organizationId: other.organizationId },
  });
  expect(await logIn(email, 'the password of nobody')).toBeNull();
});

it('finds the candidate whose password fits, in whichever place', async () => {
  const [right, wrong] = [await hashPassword('right'), await hashPassword('wrong')];
  const a = { name: 'a', passwordHash: right };
  const b = { name: 'b', passwordHash: wrong };
  const c = { name: 'c', passwordHash: wrong };
  expect(await findMatching([a, b, c], 'right')).toBe(a);
  expect(await findMatching([b, a, c], 'right')).toBe(a);
  expect(await findMatching([b, c, a], 'right')).toBe(a);
  expect(await findMatching([b, c], 'wrong')).toBe(b);
  expect(await findMatching([a], 'neither')).toBeNull();
  expect(await findMatching([], 'right')).toBeNull();
});

it('the eleventh attempt on an account is refused, even with the right password, even after a restart', async () => {
  const { email } = await hire();
  for (let n = 0; n < 10; n += 1)
    expect(await logIn(n % 2 ? email : email.toUpperCase(), 'wrong')).toBeNull();
  await expect(logIn(email)).rejects.toThrow('TOO_MANY_ATTEMPTS');
  vi.resetModules();
  const restarted = await import('../../src/auth/sign-in-limits');
  expect(await restarted.countSignIn(email, '192.0.2.9')).toBe(false);
  const colleague = await hire();
  expect(await logIn(colleague.email)).not.toBeNull();
});

it('an account that does not exist is counted as well', async () => {
  for (let n = 0; n < 10; n += 1) expect(await logIn('nobody@calm.example', 'wrong')).toBeNull();
  await expect(logIn('nobody@calm.example')).rejects.toThrow('TOO_MANY_ATTEMPTS');
});

it('the right password clears the count', async () => {
  const { email } = await hire();
  for (let n = 0; n < 9; n += 1) await logIn(email, 'wrong');
  expect(await logIn(email)).not.toBeNull();
  for (let n = 0; n < 9; n += 1) await logIn(email, 'wrong');
  expect(await logIn(email)).not.toBeNull();
});

it('thirty attempts at once are counted one by one', async () => {
  const counts = await Promise.all(
    Array.from({ length: 30 }, (_, n) => countSignIn('busy@calm.example', `192.0.2.${n}`)),
  );
  expect(counts.filter(Boolean)).toHaveLength(10);
});

it('an address has fifty attempts over all accounts; the header of a browser does not make another one', async () => {
  const { email } = await hire();
  for (let n = 0; n < 50; n += 1) expect(await countSignIn(`${n}@calm.example`, '192.0.2.7')).toBe(true);
  const here = {
    [ADDRESS_HEADER]: '192.0.2.7',
    'x-forwarded-for': '198.51.100.1',
    'x-real-ip': '198.51.100.1',
  };
  await expect(logIn(email, password, here)).rejects.toThrow('TOO_MANY_ATTEMPTS');
  expect(await logIn(email, password, { [ADDRESS_HEADER]: '192.0.2.8' })).not.toBeNull();
});

it('signing out ends the session: a copy of its cookie opens nothing', async () => {
  const { email } = await hire();
  const [id, other] = [await logIn(email), await logIn(email)];
  const { events } = authOptions();
  await events?.signOut?.({ token: { sid: id }, session: {} as never });
  expect(await sessionOf(id)).toBeNull();
  expect(await sessionOf(other)).not.toBeNull();
  const [row] = await world.ownerSql`select revoked_at is not null as over from sessions where id = ${id}`;
  expect(row).toEqual({ over: true });
  for (const token of [{ sid: id }, { sid: newId() }, { sid: 7 }, {}]) {
    await events?.signOut?.({ token, session: {} as never });
  }
});

it('four idle hours end a session; using it keeps it, an open stream does not', async () => {
  const used = await signIn(world.actors.operator);
  const idle = await signIn(world.actors.operator);
  const streaming = await signIn(world.actors.operator);
  await world.moveClock(4 * HOUR - MINUTE);
  expect(await resolveSession(used.cookie)).not.toBeNull();
  expect(await resolveSession(streaming.cookie, { isActivity: false })).not.toBeNull();
  await world.moveClock(2 * MINUTE);
  expect(await resolveSession(used.cookie)).not.toBeNull();
  expect(await resolveSession(idle.cookie)).toBeNull();
  expect(await resolveSession(streaming.cookie, { isActivity: false })).toBeNull();
});

it('sixteen hours end every session, however busy', async () => {
  const { cookie } = await signIn(world.actors.operator);
  for (let hour = 3; hour <= 15; hour += 3) {
    await world.moveClock(3 * HOUR);
    expect([hour, (await resolveSession(cookie))?.actor.name]).toEqual([hour, 'The operator']);
  }
  await world.moveClock(HOUR - MINUTE);
  expect(await resolveSession(cookie)).not.toBeNull();
  await world.moveClock(2 * MINUTE);
  expect(await resolveSession(cookie)).toBeNull();
});

it('a disabled member is nobody, at once, and cannot come back in', async () => {
  const { email, id: memberId } = await hire();
  const id = await logIn(email);
  await disableMember(world.actors.admin, memberId);
  expect(await sessionOf(id)).toBeNull();
  expect(await logIn(email)).toBeNull();
});

it('a cookie that was forged, cut off or is about another session is nobody', async () => {
  const { cookie, sessionId } = await signIn(world.actors.operator);
  expect(await resolveSession(`theme=dark; ${cookie}; x=y`)).toMatchObject({ sessionId });
  const [name = '', token = ''] = cookie.split('=');
  for (const header of [
    null,
    '',
    `${name}=`,
    `${name}=${token.slice(0, -1)}`,
    `${name}=${sessionId}`,
    `other=${token}`,
    await cookieOf(newId()),
    await cookieOf(sessionId, 'another secret of at least thirty-two'),
  ]) {
    expect([header, await resolveSession(header)]).toEqual([header, null]);
  }
  await revokeSession(world.actors.operator, sessionId);
  expect(await resolveSession(cookie)).toBeNull();
});

it('the token holds the session id and nothing else; a page is told when it ends and nothing else', async () => {
  const { callbacks } = authOptions();
  const token = { name: 'Ada', email: 'ada@calm.example', sub: 'x' };
  expect(await callbacks?.jwt?.({ token, user: { id: 'the id' } } as never)).toEqual({ sid: 'the id' });
  expect(await callbacks?.jwt?.({ token: { ...token, sid: 'kept' } } as never)).toEqual({ sid: 'kept' });
  const session = { expires: 'then', user: { email: 'ada@calm.example' } };
  expect(await callbacks?.session?.({ session, token } as never)).toEqual({ expires: 'then' });
});

it.each([
  ['https://calm.example', '__Host-', true],
  ['http://127.0.0.1:3000', '', false],
])('the cookies of %s', async (address, prefix, isSecure) => {
  setEnvironment({ PUBLIC_URL: address });
  vi.resetModules();
  const { authOptions: optionsOf } = await import('../../src/auth/options');
  const { sessionCookieName } = await import('../../src/auth/session-cookie');
  const { cookies, useSecureCookies, session } = optionsOf();
  expect(sessionCookieName()).toBe(`${prefix}calmline.session`);
  expect([useSecureCookies, session?.maxAge]).toEqual([isSecure, 16 * 3_600]);
  expect(Object.values(cookies ?? {}).map(({ name }) => name)).toEqual(
    ['session', 'csrf', 'callback'].map((name) => `${prefix}calmline.${name}`),
  );
  for (const { options } of Object.values(cookies ?? {})) {
    // `__Host-` also needs: no domain, path "/".
    expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure });
  }
});
