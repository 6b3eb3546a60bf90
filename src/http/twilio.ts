import type { IncomingMessage, ServerResponse } from 'node:http';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { z } from 'zod';
import { unseal } from '../auth/seal';
import { recordSwitchEvent } from '../domain/calls/record-switch-event';
import type { CallEventType } from '../domain/calls/model';
import { DomainError } from '../kernel/errors';
import { readOrganizationClock } from '../domain/tenancy/queries';
import { sendProblem } from './answers';
import { readSignedForm, sendTwiml } from './carrier-form';
import { answerText } from './carrier-texts';
import { findSwitch } from './telephony';

/** Twilio adds fields as it likes, so unknown ones are passed over here. */
const form = z.object({
  CallSid: z.string().min(1).max(200),
  From: z.string().max(64).default(''),
  To: z.string().min(1).max(64),
  CallStatus: z.string().max(40).default('ringing'),
  Timestamp: z.string().max(64).optional(),
});

/**
 * What Twilio's CallStatus of an inbound call means to us. `in-progress` only says that Twilio itself picked up, to
 * play our TwiML: the caller still waits for an operator.
 */
const meanings: Record<string, CallEventType> = {
  queued: 'ringing',
  ringing: 'ringing',
  'in-progress': 'ringing',
  completed: 'ended',
  busy: 'abandoned',
  'no-answer': 'abandoned',
  canceled: 'abandoned',
  failed: 'abandoned',
};

/**
 * `POST /api/hooks/twilio/{connectionId}/voice`, `/status` and `/sms`, in Twilio's forms; voice and sms answer TwiML. A
 * text message means messages of the connection's own organization alone.
 */
export async function answerTwilio(
  request: IncomingMessage,
  response: ServerResponse,
  connectionId: string,
  door: 'voice' | 'status' | 'sms',
): Promise<void> {
  try {
    const connection = await findSwitch(connectionId, 'twilio');
    const fields = await readSignedForm(request, unseal(connection.sealedSecret));
    if (door === 'sms') {
      sendTwiml(response, await answerText(fields, connection.actor.organizationId));
      return;
    }
    const given = form.parse(fields);
    const type = door === 'voice' ? 'ringing' : meanings[given.CallStatus];
    if (type === undefined)
      throw new DomainError('INVALID', `CallStatus "${given.CallStatus}" is unknown here.`);
    const sentAt = given.Timestamp === undefined ? NaN : Date.parse(given.Timestamp);
    await recordSwitchEvent(connection.actor, {
      type,
      providerCallId: given.CallSid,
      from: given.From,
      to: given.To,
      routeReason: 'overflow',
      at: Number.isNaN(sentAt) ? await readOrganizationClock(connection.actor) : new Date(sentAt),
      operatorEmail: undefined,
    });
    sendTwiml(response, door === 'voice' ? queueCaller() : '<Response/>');
  } catch (error) {
    sendProblem(response, error);
  }
}

/** The caller waits in the queue that the operators' phones take calls from; see docs/telephony.md. */
function queueCaller(): string {
  const twiml = new VoiceResponse();
  twiml.enqueue({}, 'calmline');
  return twiml.toString();
}
