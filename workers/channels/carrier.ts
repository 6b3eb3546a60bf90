import twilio from 'twilio';
import { SECOND } from '@/kernel/duration';
import type { WorkerSettings } from '../settings';
import { CarrierClient } from './carrier-client';
import type { CarrierLine } from './carrier-line';
import type { Channel } from './channel';
import { notConfigured } from './not-configured';
import { openSms } from './sms';
import { openVoiceCall } from './voice-call';

/** A carrier answers within a second, or something is wrong with it. */
const CUT_OFF_AFTER = 15 * SECOND;

/** Text messages and calls, through one account at Twilio. */
export function openCarrier(settings: WorkerSettings): { sms: Channel; voice: Channel } {
  const { twilio: account, publicUrl, authSecret, cutOffAfter = CUT_OFF_AFTER } = settings;
  if (account === undefined) return { sms: notConfigured('SMS'), voice: notConfigured('Voice') };
  const openLine = (canReuse: boolean): CarrierLine => {
    const client = new CarrierClient(account.apiUrl, Math.min(cutOffAfter, CUT_OFF_AFTER), canReuse);
    const api = twilio(account.accountSid, account.authToken, { httpClient: client });
    return { api, from: account.from, publicUrl, authSecret, close: () => client.close() };
  };
  return { sms: openSms(openLine(true)), voice: openVoiceCall(openLine(false)) };
}
