import { Refusal, say, step } from './say.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

/**
 * Finds or starts the database. Answers the addresses for each role that is known (`app` always) and whether
 * it is the embedded one; `start()` of the embedded one may be repeated after a crash.
 */
export async function openDatabase({ folder, secrets, externalUrl, ownerUrl }) {
  if (externalUrl) return { urls: await externalUrls(externalUrl, ownerUrl, secrets) };
  const start = () => startEmbeddedPostgres({ folder, password: secrets.databaseAdminPassword });
  const server = await step('database started', start);
  const urls = derivedUrls(server.adminUrl, secrets, 'calmline');
  return { urls, server, start };
}

/** Three ways to bring one's own: an administrator, an owner beside the app's role, or the app's role alone. */
async function externalUrls(url, ownerUrl, secrets) {
  if (ownerUrl) return { owner: ownerUrl, app: url };
  const role = await describeRole(url);
  if (role.mayProvision) return derivedUrls(url, secrets);
  if (role.ownsDatabase) {
    throw new Refusal(
      `${role.name} owns the database but may not create roles. Give it CREATEROLE, or make the roles ` +
        'as docs/operations.md says and set DATABASE_URL and DATABASE_OWNER_URL.',
    );
  }
  return { app: url };
}

async function describeRole(url) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [role] = await sql`
      select rolname as name, rolsuper or rolcreaterole as "mayProvision",
        (select datdba = pg_roles.oid from pg_database where datname = current_database()) as "ownsDatabase"
      from pg_roles where rolname = current_user`;
    return role;
  } catch (error) {
    throw new Refusal(`The database of DATABASE_URL does not answer: ${error.message || error.code}`);
  } finally {
    await sql.end();
  }
}

function derivedUrls(adminUrl, secrets, databaseName) {
  const signedInAs = (user, password) => {
    const url = new URL(adminUrl);
    Object.assign(url, { username: user, password }, databaseName && { pathname: `/${databaseName}` });
    return url.href;
  };
  return {
    admin: adminUrl,
    owner: signedInAs('calmline_owner', secrets.databaseOwnerPassword),
    app: signedInAs('calmline_app', secrets.databaseAppPassword),
  };
}

/** Starts the embedded server again whenever it dies; resolves with a reason when it cannot be. */
export async function keepDatabaseRunning(database, isStopping) {
  for (;;) {
    const reason = await database.server.exited;
    if (isStopping()) return undefined;
    say(`! database ended (${reason}), starting it again`);
    try {
      database.server = await database.start();
    } catch (error) {
      return error.message;
    }
    if (isStopping()) await database.server.stop();
  }
}
