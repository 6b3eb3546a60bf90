import { sql } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertUnprivileged } from '../../src/db/refuse-privileged';
import { readTx, writeTx, type ReadTx } from '../../src/db/transaction';
import { recordAudit } from '../../src/domain/audit/record-audit';
import { appendLiveEvent } from '../../src/domain/live/append-live-event';
import { HOUR } from '../../src/kernel/duration';
import { DomainError } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/ids';
import { signedInAs } from '../support/addresses';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

async function enterClient(tx: ReadTx, name: string): Promise<void> {
  await tx.db.execute(sql`
    insert into clients (organization_id, client_id, name, time_zone, account_info, greeting, created_at)
    values (${tx.actor.organizationId}, ${newId()}, ${name}, 'UTC', '', '', app_now())`);
}

async function stored(name: string): Promise<{ clients: number; audit: number; live: number }> {
  const [row] = await world.ownerSql<[{ clients: number; audit: number; live: number }]>`
    select (select count(*)::int from clients where name = ${name}) as clients,
           (select count(*)::int from audit_entries where detail->>'name' = ${name}) as audit,
           (select count(*)::int from live_events where payload->'json'->>'name' = ${name}) as live`;
  return row;
}

const nothing = { clients: 0, audit: 0, live: 0 };

describe('a write', () => {
  it('that was allowed and put on record is kept, with everything that follows from it', async () => {
    const name = 'A whole deed';
    await writeTx(world.actors.admin, async (tx) => {
      tx.authorize(true);
      await enterClient(tx, name);
      await recordAudit(tx, 'client.created', { id: newId(), clientId: null }, { name });
      await appendLiveEvent(tx, 'client.created', null, { name });
    });
    expect(await stored(name)).toEqual({ clients: 1, audit: 1, live: 1 });
  });

  it('that asked no policy leaves nothing', async () => {
    const name = 'Nobody was asked';
    const write = writeTx(world.actors.admin, async (tx) => {
      await enterClient(tx, name);
      await recordAudit(tx, 'client.created', { id: newId(), clientId: null }, { name });
      await appendLiveEvent(tx, 'client.created', null, { name });
    });
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL', message: 'A write asked no policy.' });
    expect(await stored(name)).toEqual(nothing);
  });

  it('that put nothing on record leaves nothing', async () => {
    const name = 'Nobody would know';
    const write = writeTx(world.actors.admin, async (tx) => {
      tx.authorize(true);
      await enterClient(tx, name);
    });
    await expect(write).rejects.toMatchObject({ code: 'INTERNAL', message: 'A write left no audit row.' });
    expect(await stored(name)).toEqual(nothing);
  });

  it('that was refused half-way leaves nothing', async () => {
    const name = 'Refused half-way';
    const write = writeTx(world.actors.admin, async (tx) => {
      tx.authorize(true);
      await enterClient(tx, name);
      await recordAudit(tx, 'client.created', { id: newId(), clientId: null }, { name });
      tx.authorize(false, 'Not this one.');
    });
    await expect(write).rejects.toEqual(new DomainError('FORBIDDEN', 'Not this one.'));
    expect(await stored(name)).toEqual(nothing);
  });

  it("cannot leave the actor's tenant", async () => {
    const name = 'Somewhere else';
    const write = writeTx(world.actors.admin, async (tx) => {
      tx.authorize(true);
      tx.noteUnrecorded();
      const { organizationId } = await world.addTenant('Lighthouse Calls');
      await enterClient({ ...tx, actor: { ...tx.actor, organizationId: organizationId as never } }, name);
    });
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
    expect(await stored(name)).toEqual(nothing);
  });
});

describe('a read', () => {
  it('cannot write', async () => {
    const name = 'Written while reading';
    const read = readTx(world.actors.admin, (tx) => enterClient(tx, name));
    await expect(read).rejects.toMatchObject({ cause: { code: '25006' } });
    expect(await stored(name)).toEqual(nothing);
  });

  it('cannot turn into a write', async () => {
    const read = readTx(world.actors.admin, (tx) => tx.db.execute(sql`set transaction read write`));
    await expect(read).rejects.toMatchObject({ cause: { code: '25001' } });
  });
});

describe('the instant of a transaction', () => {
  it("is the database's, one and the same throughout, and moves with its clock", async () => {
    const before = await readTx(world.actors.admin, async (tx, clock) => {
      const now = await clock();
      const [row] = await tx.db.execute<{ isSame: boolean }>(
        sql`select date_trunc('milliseconds', app_now()) = ${now.toISOString()} as "isSame"`,
      );
      expect(row?.isSame).toBe(true);
      return now;
    });
    await world.moveClock(3 * HOUR);
    const now = await readTx(world.actors.admin, (_tx, clock) => clock());
    const passed = now.getTime() - before.getTime();
    expect(passed).toBeGreaterThanOrEqual(3 * HOUR);
    expect(passed).toBeLessThan(3 * HOUR + 60_000);
  });
});

describe('at boot', () => {
  async function signedIn<Result>(url: string, work: (connection: Sql) => Promise<Result>): Promise<Result> {
    const connection = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return await work(connection);
    } finally {
      await connection.end();
    }
  }

  it('the role of the application is accepted', async () => {
    await expect(signedIn(world.appUrl, assertUnprivileged)).resolves.toBeUndefined();
  });

  it('a superuser is refused', async () => {
    await expect(signedIn(world.database.adminUrl, assertUnprivileged)).rejects.toThrow(
      /which is a superuser: the walls between tenants would not hold\. Use the role calmline_app\./,
    );
  });

  it('the owner of the tables is refused', async () => {
    await expect(signedIn(world.database.ownerUrl, assertUnprivileged)).rejects.toThrow(
      /calmline_owner, which owns tables \(such as \w+\)/,
    );
  });

  it.each([
    ['one that bypasses row security', 'bypassrls', 'which has BYPASSRLS'],
    ['one that may become the owner', 'in role calmline_owner', 'which owns tables'],
    ['one that only may become the owner', 'noinherit in role calmline_owner', 'which owns tables'],
  ])('%s is refused', async (_, attributes, words) => {
    const name = `calmline_try_${newId().slice(-12)}`;
    await signedIn(world.database.adminUrl, async (admin) => {
      await admin.unsafe(`create role ${name} login password 'tried' ${attributes};
        grant connect on database ${new URL(world.appUrl).pathname.slice(1)} to ${name}`);
      try {
        const url = signedInAs(world.appUrl, name, 'tried');
        await expect(signedIn(url, assertUnprivileged)).rejects.toThrow(words);
      } finally {
        await admin.unsafe(`drop owned by ${name}; drop role ${name}`);
      }
    });
  });
});
