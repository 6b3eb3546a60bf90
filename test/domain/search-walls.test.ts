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
  const foldedBelow = async (texts: readonly string[]) => {
    const rows = await world.ownerSql<{ folded: string }[]>`
      select fold_words(text) as folded from unnest(${texts}::text[]) with ordinality given (text, place) order by place`;
    return rows.map(({ folded }) => folded);
  };

  it.each([
    ['accents and letters of their own', 'Łukasz Øst  Groß-Straße İzmir Nguyễn ÆON œuvre'],
    ['signs', "O'Brien, +49 (0)151-123 a_b@c.example"],
    ['nothing', '  '],
    ['other scripts', '日本語 Привет ΣΊΣΥΦΟΣ'],
    ['figures that are none of ours', 'Raum ١٢٣, 5 m², ½ Tag'],
    ['marks in whichever order they were typed', 'مدر\u0651\u0650سة مدر\u0650\u0651سة'],
  ])('of %s is the same in the database and here', async (_of, text) => {
    expect(await foldedBelow([text])).toEqual([foldedWords(text).folded]);
  });

  /** Blocks of which no letter is newer than the Unicode of the database. */
  const letter = fc
    .oneof(
      ...[
        [0x20, 0x24f],
        [0x300, 0x36f],
        [0x370, 0x52f],
        [0x590, 0x6ff],
        [0x900, 0x97f],
        [0xe00, 0xe7f],
        [0x1e00, 0x22ff],
        [0x3040, 0x30ff],
        [0x4e00, 0x4eff],
        [0xac00, 0xacff],
        [0xff10, 0xff5a],
        [0x1f300, 0x1f64f],
      ].map(([min, max]) => fc.integer({ min: min ?? 0, max: max ?? 0 })),
      fc.constantFrom(...Array.from(' .-ßæœøłđðıİẞΣÄ0', (one) => one.codePointAt(0) ?? 0)),
    )
    .map((point) => String.fromCodePoint(point));

  it('of whatever is written is the same in the database and here', async () => {
    const texts = fc.array(fc.string({ unit: letter, maxLength: 20 }), { minLength: 50, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        expect(await foldedBelow(given)).toEqual(given.map((text) => foldedWords(text).folded));
      }),
    );
  });
});
