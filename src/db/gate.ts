import type { Actor, Role } from '../kernel/actor';
import { requireRow } from '../kernel/errors';
import { mintClientId, mintOrganizationId } from '../kernel/tenant';
import type { Sql } from './client';

/*
 * The questions asked before a tenant is known, each a function of schema `gate` (see drizzle/0001_walls.sql).
 * What comes out carries freshly minted ids.
 */

type ActorRow = { organization_id: string; client_id: string | null; name: string; role: Role | null };

function toActor(kind: Actor['kind'], id: string, row: ActorRow): Actor {
  return {
    kind,
    id,
    name: row.name,
    role: row.role,
    organizationId: mintOrganizationId(row.organization_id),
    clientId: row.client_id === null ? null : mintClientId(row.client_id),
  };
}

/** The worker, inside the tenant of a row that it claimed. */
export function engineActor(organizationId: string): Actor {
  return toActor('engine', 'engine', {
    organization_id: organizationId,
    client_id: null,
    name: 'Calmline',
    role: null,
  });
}

export type SignInCandidate = { actor: Actor; passwordHash: string };

export async function findSignInCandidates(sql: Sql, email: string): Promise<SignInCandidate[]> {
  const rows = await sql<(ActorRow & { membership_id: string; password_hash: string })[]>`
    select * from gate.sign_in_candidates(${email})`;
  return rows.map((row) => ({
    actor: toActor('member', row.membership_id, row),
    passwordHash: row.password_hash,
  }));
}

export type Session = {
  sessionId: string;
  actor: Actor;
  organizationName: string;
  organizationPhone: string | null;
  clientName: string | null;
};

/** An open desk left alone over a long break is signed out. */
const IDLE_LIMIT = '4 hours';

/** @param isActivity whether asking counts as the person being there; an open stream's own checks do not */
export async function findSession(sql: Sql, sessionId: string, isActivity: boolean): Promise<Session | null> {
  type Row = ActorRow & {
    membership_id: string;
    organization_name: string;
    organization_phone: string | null;
    client_name: string | null;
    is_quiet: boolean;
  };
  const [row] = await sql<Row[]>`select * from gate.session(${sessionId}, ${IDLE_LIMIT}::interval)`;
  if (row === undefined) return null;
  // At most once a minute, so that asking stays one cheap read.
  if (isActivity && row.is_quiet) await sql`select gate.touch_session(${sessionId})`;
  return {
    sessionId,
    actor: toActor('member', row.membership_id, row),
    organizationName: row.organization_name,
    organizationPhone: row.organization_phone,
    clientName: row.client_name,
  };
}

export async function findApiKeyActor(sql: Sql, keyHash: string): Promise<Actor | null> {
  const [row] = await sql<(ActorRow & { id: string })[]>`select * from gate.api_key(${keyHash})`;
  return row === undefined ? null : toActor('api_key', row.id, row);
}

export type SwitchConnection = { actor: Actor; kind: string; sealedSecret: string };

export async function findConnection(sql: Sql, connectionId: string): Promise<SwitchConnection | null> {
  type Row = { organization_id: string; id: string; name: string; kind: string; sealed_secret: string };
  const [row] = await sql<Row[]>`select * from gate.telephony_connection(${connectionId})`;
  if (row === undefined) return null;
  const actor = toActor('switch', row.id, { ...row, client_id: null, role: null });
  return { actor, kind: row.kind, sealedSecret: row.sealed_secret };
}

export type BriefingSourceDoor = { actor: Actor; kind: string; sealedSecret: string };

/** A program outside that may begin drafts for one client; null when there is none, or it was revoked. */
export async function findBriefingSource(sql: Sql, sourceId: string): Promise<BriefingSourceDoor | null> {
  type Row = {
    organization_id: string;
    id: string;
    client_id: string;
    name: string;
    kind: string;
    sealed_secret: string;
  };
  const [row] = await sql<Row[]>`select * from gate.briefing_source(${sourceId})`;
  if (row === undefined) return null;
  const actor = toActor('source', row.id, { ...row, role: null });
  return { actor, kind: row.kind, sealedSecret: row.sealed_secret };
}

/** The person behind a signed link, whose claims were verified. */
export function linkActor(claims: {
  organizationId: string;
  clientId: string | null;
  deliveryId: string;
  name: string;
}): Actor {
  return toActor('link', claims.deliveryId, {
    organization_id: claims.organizationId,
    client_id: claims.clientId,
    name: claims.name,
    role: null,
  });
}

export type LiveEventRow = {
  seq: number;
  organizationId: string;
  clientId: string | null;
  type: string;
  at: Date;
  payload: unknown;
  horizon: string;
};

type RawLiveEvent = {
  seq: string;
  organization_id: string;
  client_id: string | null;
  type: string;
  /** As PostgreSQL writes it: drizzle takes the driver's own reading of instants away. */
  at: string;
  payload: unknown;
  horizon: string;
};

function toLiveEvent(row: RawLiveEvent): LiveEventRow {
  return {
    ...row,
    seq: Number(row.seq),
    at: new Date(row.at),
    organizationId: row.organization_id,
    clientId: row.client_id,
  };
}

/** Events of all tenants by number, for the one reader of this process. */
export async function readLiveEvents(sql: Sql, seqs: readonly number[]): Promise<LiveEventRow[]> {
  const rows = await sql<RawLiveEvent[]>`select * from gate.live_events(${seqs as number[]}::bigint[])`;
  return rows.map(toLiveEvent);
}

/** Where a reader begins who wants everything from now on. */
export async function readLiveHorizon(sql: Sql): Promise<string> {
  const [row] = await sql<{ horizon: string }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`;
  return requireRow(row).horizon;
}

/** Events of all tenants that a reader may have missed since `horizon`, oldest first. */
export async function readLiveEventsSince(sql: Sql, horizon: string, limit: number): Promise<LiveEventRow[]> {
  const rows = await sql<RawLiveEvent[]>`select * from gate.live_events_since(${horizon}, ${limit})`;
  return rows.map(toLiveEvent);
}
