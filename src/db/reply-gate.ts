import type { ClientId, OrganizationId } from '../kernel/ids';
import { newId } from '../kernel/ids';
import { requireRow } from '../kernel/errors';
import { mintClientId, mintOrganizationId } from '../kernel/tenant';
import type { Sql } from './client';

/*
 * A person answers a text message with a number, and nothing else says which tenant is meant. So numbers are handed
 * out and looked up across tenants, each by a function of schema `gate` (see drizzle/0015_reply_codes.sql).
 * `organizationId`: that tenant's messages alone; null: all.
 */

/** A message that asks to be answered with a number. */
export type AnswerableMessage = {
  organizationId: string;
  clientId: string | null;
  phone: string;
  deliveryId: string;
  isBundle: boolean;
};

/**
 * The number that each message asks to be answered with, in their order; the same whenever it is asked again for the same
 * message. Each phone is locked until all are taken, always in the same order, so that nobody waits in a circle.
 */
export async function takeReplyCodes(sql: Sql, messages: readonly AnswerableMessage[]): Promise<number[]> {
  const asked = JSON.stringify(messages.map((message) => ({ ...message, id: newId() })));
  const rows = await sql<{ deliveryId: string; code: number }[]>`
    select "deliveryId", gate.take_reply_code("organizationId", "clientId", phone, "deliveryId", id, "isBundle") as code
    from (
      select * from jsonb_to_recordset(${asked}::text::jsonb) as asked
        ("organizationId" uuid, "clientId" uuid, phone text, "deliveryId" uuid, id uuid, "isBundle" boolean)
      order by phone, id
    ) as in_order`;
  const codes = new Map(rows.map(({ deliveryId, code }) => [deliveryId, code]));
  return messages.map(({ deliveryId }) => requireRow(codes.get(deliveryId)));
}

export type ReplyTarget = {
  organizationId: OrganizationId;
  clientId: ClientId | null;
  deliveryId: string;
};

type RawTarget = { organization_id: string; client_id: string | null; delivery_id: string };

function toTarget(row: RawTarget): ReplyTarget {
  return {
    organizationId: mintOrganizationId(row.organization_id),
    clientId: row.client_id === null ? null : mintClientId(row.client_id),
    deliveryId: row.delivery_id,
  };
}

/** The message that told a phone this number (null: any): the one it is in use for, else the last one. */
export async function findReplyTarget(
  sql: Sql,
  phone: string,
  code: number | null,
  organizationId: string | null,
): Promise<ReplyTarget | null> {
  const [row] = await sql<
    RawTarget[]
  >`select * from gate.reply_targets(${phone}, ${code}, ${organizationId})`;
  return row === undefined ? null : toTarget(row);
}

/** The numbers that a phone may answer with now, smallest first; at most 50. */
export async function listOpenReplies(
  sql: Sql,
  phone: string,
  organizationId: string | null,
): Promise<(ReplyTarget & { code: number })[]> {
  const rows = await sql<(RawTarget & { code: number })[]>`
    select * from gate.open_reply_targets(${phone}, ${organizationId})`;
  return rows.map((row) => ({ ...toTarget(row), code: row.code }));
}

export type ReplyPhone = {
  /** Who wrote to it last, or whose contact it is. */
  organizationId: OrganizationId;
  /** The answer to this very message, when it came before; null: silence. */
  before: { answer: string | null } | null;
  /** How often it was answered within the last 15 minutes, by whomever. */
  answers: number;
};

/** Who knows a phone that wrote to us; null: nobody. `providerId` names the message (Twilio's MessageSid). */
export async function findReplyPhone(
  sql: Sql,
  phone: string,
  providerId: string,
  organizationId: string | null,
): Promise<ReplyPhone | null> {
  type Row = { organization_id: string; is_repeat: boolean; answer: string | null; answers: number };
  const [row] = await sql<Row[]>`select * from gate.reply_phone(${phone}, ${providerId}, ${organizationId})`;
  if (row === undefined) return null;
  return {
    organizationId: mintOrganizationId(row.organization_id),
    before: row.is_repeat ? { answer: row.answer } : null,
    answers: row.answers,
  };
}

/** STOP or START: no more text messages to a phone, or again. @returns the tenants that this changed something for */
export async function stopPhone(
  sql: Sql,
  phone: string,
  isStopped: boolean,
  organizationId: string | null,
): Promise<OrganizationId[]> {
  const rows = await sql<{ organization_id: string }[]>`
    select * from gate.stop_phone(${phone}, ${isStopped}, ${organizationId})`;
  return rows.map((row) => mintOrganizationId(row.organization_id));
}

/** A caller who was told by text message within a month, by the number that writes to us now; null: nobody. */
export async function findToldCaller(
  sql: Sql,
  phone: string,
  organizationId: string | null,
): Promise<{ organizationId: OrganizationId; clientId: ClientId; updateId: string } | null> {
  type Row = { organization_id: string; client_id: string; id: string };
  const [row] = await sql<Row[]>`select * from gate.told_caller(${phone}, ${organizationId})`;
  if (row === undefined) return null;
  const { organization_id, client_id, id } = row;
  return {
    organizationId: mintOrganizationId(organization_id),
    clientId: mintClientId(client_id),
    updateId: id,
  };
}
