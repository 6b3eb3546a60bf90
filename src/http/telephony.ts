import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import { unseal } from '../auth/seal';
import { database } from '../db/client';
import { findConnection, type SwitchConnection } from '../db/gate';
import { recordSwitchEvent } from '../domain/calls/record-switch-event';
import { routeReasons } from '../domain/calls/model';
import { DomainError } from '../kernel/errors';
import { sendJson, sendProblem } from './answers';
import { parseJsonObject, readBody } from './body';

const MAX_BODY_BYTES = 64_000;

const types = {
  'call.ringing': 'ringing',
  'call.answered': 'answered',
  'call.ended': 'ended',
  'call.abandoned': 'abandoned',
} as const;

const event = z.strictObject({
  type: z.enum(Object.keys(types) as [keyof typeof types]),
  callId: z.string().min(1).max(200),
  from: z.string().max(64),
  to: z.string().min(1).max(64),
  operator: z.email().max(254).optional(),
  routeReason: z.enum(routeReasons).default('overflow'),
  at: z.iso.datetime({ offset: true }),
});

const uuid = z.uuid();

/** The switch behind a webhook's address; wrong addresses and wrong signatures are refused alike. */
export async function findSwitch(connectionId: string, kind: string): Promise<SwitchConnection> {
  const connection = uuid.safeParse(connectionId).success
    ? await findConnection(database().sql, connectionId)
    : null;
  if (connection?.kind !== kind) throw badSignature();
  return connection;
}

export function badSignature(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The signature does not fit.');
}

/** `POST /api/hooks/telephony/{connectionId}`: one event of a switch, signed by Standard Webhooks. */
export async function answerTelephony(
  request: IncomingMessage,
  response: ServerResponse,
  connectionId: string,
): Promise<void> {
  try {
    const body = await readBody(request, MAX_BODY_BYTES);
    const connection = await findSwitch(connectionId, 'generic');
    verifySignature(unseal(connection.sealedSecret), body, request.headers);
    const given = event.parse(parseJsonObject(body));
    await recordSwitchEvent(connection.actor, {
      type: types[given.type],
      providerCallId: given.callId,
      from: given.from,
      to: given.to,
      routeReason: given.routeReason,
      at: new Date(given.at),
      operatorEmail: given.operator,
    });
    sendJson(response, 200, { ok: true });
  } catch (error) {
    sendProblem(response, error);
  }
}

/** @throws DomainError UNAUTHENTICATED for a body that was not signed by Standard Webhooks with the secret just now */
export function verifySignature(secret: string, body: Buffer, headers: IncomingMessage['headers']): void {
  const named = (name: string) => String(headers[name] ?? '');
  try {
    new Webhook(secret).verify(
      body,
      {
        'webhook-id': named('webhook-id'),
        'webhook-timestamp': named('webhook-timestamp'),
        'webhook-signature': named('webhook-signature'),
      },
      { jsonParse: false },
    );
  } catch (error) {
    if (error instanceof WebhookVerificationError) throw badSignature();
    throw error;
  }
}
