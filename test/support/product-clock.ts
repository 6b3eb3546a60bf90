import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import postgres, { type Sql } from 'postgres';

/**
 * The clock of a product that runs by itself. Its database refuses to have it moved; the database's owner lifts that guard
 * first, which nobody does outside a test.
 */
export class ProductClock {
  private offset = 0;
  private readonly pages: Page[] = [];
  private constructor(private readonly sql: Sql) {}

  /** Of the product that the browser tests mean: its secrets and its database lie where its demo is told. */
  static open(): ProductClock {
    const folder = dirname(process.env.E2E_DEMO_FILE ?? '');
    const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
      databaseOwnerPassword: string;
    };
    // The fourth line of PostgreSQL's own file is its port.
    const port = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
    const sql = postgres({
      host: '127.0.0.1',
      port,
      database: 'calmline',
      username: 'calmline_owner',
      password: secrets.databaseOwnerPassword,
      max: 1,
      onnotice: () => undefined,
    });
    return new ProductClock(sql);
  }

  async now(): Promise<Date> {
    const [row] = await this.sql<{ now: Date }[]>`select app_now() as now`;
    if (row === undefined) throw new Error('The database shows no time.');
    return row.now;
  }

  /** From now on this window's computer shows the product's time too. */
  async showIn(page: Page): Promise<void> {
    await page.clock.install({ time: await this.now() });
    this.pages.push(page);
  }

  /** Lets time go by until `at`, forwards or back. */
  async moveTo(at: Date): Promise<void> {
    this.offset += at.getTime() - (await this.now()).getTime();
    await this.sql`alter table clock_offset disable trigger clock_offset_in_tests_only`;
    await this.sql`
      insert into clock_offset (is_only, milliseconds) values (true, ${Math.round(this.offset)})
      on conflict (is_only) do update set milliseconds = excluded.milliseconds`;
    await this.sql`select pg_notify('engine', '')`;
    for (const page of this.pages) await page.clock.setSystemTime(at);
  }

  async close(): Promise<void> {
    await this.sql.end();
  }
}
