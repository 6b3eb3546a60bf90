import type { Sql } from 'postgres';

interface PrivilegeRow {
  name: string;
  isSuperuser: boolean;
  bypasses: boolean;
  owned: string | null;
}

/**
 * Refuses to go on as a role that row security does not hold: a superuser, a role with BYPASSRLS, or one that
 * owns (itself or as a member of the owner) a table of schema public.
 */
export async function assertUnprivileged(sql: Sql): Promise<void> {
  const [role] = await sql<[PrivilegeRow]>`
    select rolname as name, rolsuper as "isSuperuser", rolbypassrls as bypasses,
      (select min(relname::text) from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and pg_has_role(current_user, relowner, 'MEMBER')) as owned
    from pg_roles where rolname = current_user`;
  const reason = role.isSuperuser
    ? 'is a superuser'
    : role.bypasses
      ? 'has BYPASSRLS'
      : role.owned !== null && `owns tables (such as ${role.owned})`;
  if (!reason) return;
  throw new Error(
    `DATABASE_URL signs in as ${role.name}, which ${reason}: the walls between tenants would not hold. ` +
      'Use the role calmline_app.',
  );
}
