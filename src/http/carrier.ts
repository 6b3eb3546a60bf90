import type { IncomingMessage, ServerResponse } from 'node:http';
import { readClock } from '../db/clock';
import { engineActor } from '../db/gate';
import { recordDeliveryReport } from '../domain/escalations/record-delivery-report';
import { env } from '../env';
import { DomainError } from '../kernel/errors';
import { verifyCarrierLink, type CarrierClaims } from '../kernel/carrier-link';
import { sendProblem } from './answers';
import { readSignedForm, sendTwiml } from './carrier-form';
import { readReport } from './carrier-report';
import { answerText } from './carrier-texts';
import { answerKey, readOut } from './carrier-voice';

const doors = ['sms', 'status', 'voice', 'keypress'] as const;
type Door = (typeof doors)[number];

export function carrierDoorOf(pathname: string): Door | null {
  return doors.find((door) => pathname === `/api/hooks/carrier/${door}`) ?? null;
}

/**
 * `POST /api/hooks/carrier/sms`, `/status`, `/voice` and `/keypress`: what the installation's own account at Twilio calls
 * back, in Twilio's forms and signed with that account's token. All but `sms` say by `d` which hand-over is meant.
 */
export async function answerCarrier(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  query: URLSearchParams,
): Promise<void> {
  try {
    const authToken = env().TWILIO_AUTH_TOKEN;
    if (authToken === undefined) throw new DomainError('NOT_FOUND', 'There is no such resource.');
    const fields = await readSignedForm(request, authToken);
    if (door === 'sms') {
      sendTwiml(response, await answerText(fields, null));
      return;
    }
    const token = query.get('d') ?? '';
    const claims = await openToken(token);
    switch (door) {
      case 'status':
        await takeReport(claims, fields);
        response.writeHead(204).end();
        return;
      case 'voice':
        sendTwiml(response, await readOut(claims, token, roundOf(query)));
        return;
      case 'keypress':
        sendTwiml(response, await answerKey(claims, token, fields.Digits ?? '', roundOf(query)));
        return;
    }
  } catch (error) {
    sendProblem(response, error);
  }
}

/** How often it was said before, and once more; from our own addresses. */
function roundOf(query: URLSearchParams): number {
  const round = Number(query.get('round') ?? 1);
  return Number.isInteger(round) && round >= 1 ? round : 1;
}

async function openToken(token: string): Promise<CarrierClaims> {
  const claims = await verifyCarrierLink(token, env().AUTH_SECRET, await readClock());
  if (claims === null) throw new DomainError('NOT_FOUND', 'This address leads to nothing.');
  return claims;
}

async function takeReport(claims: CarrierClaims, fields: Record<string, string>): Promise<void> {
  const report = readReport(fields);
  if (report === null) return;
  const { organizationId, deliveryId, attemptId } = claims;
  await recordDeliveryReport(engineActor(organizationId), { deliveryId, attemptId, report });
}
