// How a person's desk is set up: whose it is, what is kept, and which keys nobody can have.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { defaultPreferences, savePreferencesInput, usualKeys } from '../../src/domain/tenancy/model';
import { savePreferences } from '../../src/domain/tenancy/save-preferences';
import type { Actor } from '../../src/kernel/actor';
import { DomainError } from '../../src/kernel/errors';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const save = (actor: Actor, keys: Record<string, string | null>, ringVolume = 0.6) =>
  savePreferences(actor, savePreferencesInput.parse({ keys, ringVolume }));

const kept = async (actor: Actor) => (await getDeskSnapshot(actor)).preferences;

it('a desk nobody has set up has the usual keys and a ring that can be heard', async () => {
  expect(await kept(world.actors.account_manager)).toEqual(defaultPreferences);
  expect(defaultPreferences.keys).toEqual({});
  expect(defaultPreferences.ringVolume).toBeGreaterThan(0);
});

it('an operator moves the answer to another key, switches a key off, and finds both at the next desk', async () => {
  const { operator } = world.actors;
  const answer = await save(operator, { answer: 'f3', abuse: null }, 0.3);
  expect(answer).toEqual({ keys: { answer: 'f3', abuse: null }, ringVolume: 0.3 });
  expect(await kept(operator)).toEqual(answer);
});

it('the last wish replaces the one before, and the usual keys need no row', async () => {
  const { operator } = world.actors;
  await save(operator, { answer: 'f3' });
  await save(operator, { answer: usualKeys.answer, escalate: 'f9', wrapUp: 'f8' }, 1);
  expect(await kept(operator)).toEqual({ keys: { escalate: 'f9', wrapUp: 'f8' }, ringVolume: 1 });
});

it("is one person's own: a colleague's desk stays as it is", async () => {
  const { operator, admin } = world.actors;
  await save(operator, { answer: 'f3' });
  await save(admin, { mood: 'f3' });
  expect((await kept(operator)).keys).toEqual({ answer: 'f3' });
  expect((await kept(admin)).keys).toEqual({ mood: 'f3' });
});

it.each<[what: string, keys: Record<string, string | null>, field: string, words: RegExp]>([
  ['an action that the desk does not have', { fly: 'f3' }, 'keys.fly', /no such action/],
  ['two actions on one key', { answer: 'f3', mood: 'f3' }, 'keys.answer', /same keys/],
  ['a key that another action has from the beginning', { answer: 'f9' }, 'keys.answer', /same keys/],
  ['a bare letter', { answer: 'a' }, 'keys.answer', /write text/],
  ['a bare digit', { answer: '1' }, 'keys.answer', /write text/],
  ['the key that closes the window', { answer: 'mod+w' }, 'keys.answer', /browser/],
  ['the key that loads the page anew', { answer: 'f5' }, 'keys.answer', /browser/],
  ['the key that moves the focus', { answer: 'tab' }, 'keys.answer', /screen reader/],
  ['the key that completes a step', { answer: 'enter' }, 'keys.answer', /screen reader/],
  ['the key that closes a panel', { answer: 'escape' }, 'keys.answer', /screen reader/],
])('refuses %s, and keeps what was', async (_what, keys, field, words) => {
  const { operator } = world.actors;
  await save(operator, { answer: 'f4', urgency: 'f2' });
  const refusal = await save(operator, keys).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DomainError);
  const { code, problems } = refusal as DomainError;
  expect(code).toBe('INVALID');
  expect(problems.find((problem) => problem.field === field)?.words).toMatch(words);
  expect((await kept(operator)).keys).toEqual({ answer: 'f4', urgency: 'f2' });
});

it("is not for a client's people, and not for programs", async () => {
  const { author, operator } = world.actors;
  for (const actor of [author, { ...operator, kind: 'api_key' as const }]) {
    await expect(save(actor, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
