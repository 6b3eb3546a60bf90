// What a search must never find, whatever is typed: the words of another answering service, and of another client.
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldedWords } from '../../src/domain/calls/folded-words';
import { searchInput } from '../../src/domain/calls/model';
import { searchCalls, searchEverything } from '../../src/domain/calls/search-queries';
import type { Actor } from '../../src/kernel/actor';
import { addClient } from '../support/busy-day';
import { find, heard, idsOf } from '../support/heard-calls';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let clinic: Tenant;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  clinic = await addClient(world, 'Northgate Clinic');
});

afterAll(() => world.stop());

describe('the walls', () => {
  const secret = 'kryptonite';

  beforeAll(async () => {
    await heard(neighbour, {
      name: `Lex ${secret}`,
      from: '+4930999888777',
      points: [`Lost his ${secret}.`],
    });
    await publishedBriefing(neighbour, { headline: `Only ${secret} here` });
    await heard(clinic, { name: 'Clark Zanzibar', points: ['Broke a femur.'] });
    await publishedBriefing(clinic, { headline: 'Zanzibar wing is closed' });
  });

  it("hold another answering service's words back", async () => {
    for (const q of [secret, 'kryptonit', 'lex', '0999888777', '+4930999888777', 'lost his']) {
      expect(await find(world.actors.operator, q), q).toEqual([]);
    }
    expect(await idsOf(neighbour.actors.operator, secret)).toHaveLength(2);
    expect(await idsOf(world.actors.admin, secret, { clientId: neighbour.client.id })).toEqual([]);
  });

  it("hold another client's words back from a client's people", async () => {
    for (const q of ['zanzibar', 'zanzibr', 'femur', 'Clark']) {
      expect(await find(world.actors.author, q), q).toEqual([]);
      expect(await find(world.actors.author, q, { clientId: clinic.client.id }), q).toEqual([]);
      expect((await find(clinic.actors.author, q)).length, q).toBeGreaterThan(0);
    }
    expect(await idsOf(world.actors.operator, 'zanzibar')).toHaveLength(2);
  });

  it('are the gate’s own too: it answers nothing without a tenant, and takes none from its parameters', async () => {
    const rows = await world.ownerSql`
      select pg_get_function_identity_arguments('gate.search_calls'::regproc) as parameters`;
    expect(rows).toEqual([
      {
        parameters:
          'p_text text, p_client uuid, p_from timestamp with time zone, p_to timestamp with time zone, p_limit integer',
      },
    ]);
    const app = postgres(world.appUrl, { max: 1, onnotice: () => undefined });
    const found = (organizationId: string, clientId = '') =>
      app.begin(async (sql) => {
        await sql`select set_config('app.organization_id', ${organizationId}, true), set_config('app.client_id', ${clientId}, true)`;
        return [...(await sql`select words from gate.search_calls(${secret}, null, null, null, 20)`)];
      });
    try {
      expect([...(await app`select * from gate.search_calls(${secret}, null, null, null, 20)`)]).toEqual([]);
      expect(await found('')).toEqual([]);
      expect(await found(world.organizationId)).toEqual([]);
      expect(await found(neighbour.organizationId)).toEqual([{ words: [secret] }]);
      expect(await found(neighbour.organizationId, clinic.client.id)).toEqual([]);
    } finally {
      await app.end();
    }
  });

  const signs = fc.constantFrom(...'%_\\\'"()|&!:*<>.+$\u0000{-');
  const crafted = fc
    .array(fc.oneof(signs, fc.constantFrom(secret, 'kryp', 'tonite', ' ', 'or', 'lex', '0', '99')), {
      minLength: 2,
      maxLength: 40,
    })
    .map((parts) => parts.join('').slice(0, 120));

  it('hold whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(crafted, async (q) => {
        const input = searchInput.safeParse({ q });
        if (!input.success) return;
        const hits = await searchEverything(world.actors.operator, input.data);
        expect(JSON.stringify(hits)).not.toMatch(/kryptonite|Lex/);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    '%%',
    '__',
    '\\\\',
    "''",
    '""',
    '()',
    '.*',
    ':*',
    '& |',
    '--',
    '💥💥',
    ' . ',
    `${'%'.repeat(120)}`,
  ])('finds nothing for signs alone: %s', async (q) => {
    const input = searchInput.safeParse({ q });
    if (input.success) expect(await searchEverything(world.actors.operator, input.data)).toEqual([]);
    else expect(q.trim().length).toBeLessThan(2);
  });

  it('says no to whoever may not read calls', async () => {
    const link: Actor = { ...world.actors.operator, kind: 'link', role: null };
    const input = searchInput.parse({ q: 'weber' });
    await expect(searchEverything(link, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(searchCalls(link, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('folding', () => {
  it('is the same in the database and here', async () => {
    const samples = [
      'Łukasz Øst  Groß-Straße',
      "O'Brien, +49 (0)151-123",
      'İzmir Nguyễn ÆON œuvre',
      '  ',
      '日本語 Привет',
      'a_b@c.example',
    ];
    for (const text of samples) {
      const [row] = await world.ownerSql<{ folded: string }[]>`select fold_words(${text}) as folded`;
      expect(foldedWords(text).folded, text).toBe(row?.folded);
    }
  });
});
