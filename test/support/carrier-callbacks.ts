import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Carrier } from './carrier';
import { newSid, type Taken } from './carrier-api';
import { PhoneCall } from './carrier-phone';
import type { Answer } from './ask';
import type { Lanes } from './lanes';
import { readTwiml } from './twiml';

/** Where the product listens, and under which address the world knows it. */
export type Product = { lanes: Pick<Lanes, 'ask'>; publicUrl: string };

type Fields = Record<string, string>;

/** What Twilio says to the product by itself, signed with the account's token over the address and the fields. */
export class CarrierCallbacks {
  constructor(
    private readonly carrier: Carrier,
    private readonly product: Product,
  ) {}

  /** A status of a message or a call; the product must take it. */
  async report(taken: Taken, status: string, changes: Fields = {}): Promise<Answer> {
    taken.status = status;
    const own =
      taken.resource === 'Messages'
        ? { MessageSid: taken.sid, SmsSid: taken.sid, MessageStatus: status, SmsStatus: status }
        : {
            CallSid: taken.sid,
            CallStatus: status,
            Direction: 'outbound-api',
            CallbackSource: 'call-progress-events',
          };
    const answer = await this.post(taken.statusCallback, { ...this.ends(taken), ...own, ...changes });
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(`The product answered a status callback with ${answer.status}: ${answer.text}`);
    }
    return answer;
  }

  /**
   * Somebody writes to our number.
   * @returns what they are answered; null: silence
   */
  async receiveText(
    from: string,
    body: string,
    changes: Fields & { path?: string } = {},
  ): Promise<string | null> {
    const { path = '/api/hooks/carrier/sms', ...fields } = changes;
    const sid = newSid('SM');
    const answer = await this.post(`${this.product.publicUrl}${path}`, {
      AccountSid: this.carrier.accountSid,
      ApiVersion: '2010-04-01',
      MessageSid: sid,
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'received',
      NumMedia: '0',
      NumSegments: '1',
      From: from,
      To: this.carrier.from,
      Body: body,
      ...fields,
    });
    if (answer.status !== 200)
      throw new Error(`The product answered a text with ${answer.status}: ${answer.text}`);
    const verbs = readTwiml(answer.text);
    const other = verbs.find(({ name }) => name !== 'Message');
    if (other !== undefined || verbs.length > 1) throw new Error(`No answer to a text: ${answer.text}`);
    return verbs[0]?.text ?? null;
  }

  /** Somebody, or a machine, picks up: the call's TwiML is fetched and read out to them. */
  async pickUp(call: Taken): Promise<PhoneCall> {
    await this.report(call, 'ringing');
    await this.report(call, 'in-progress');
    const phone = new PhoneCall(
      async (address, fields) => {
        const about = {
          ...this.ends(call),
          CallSid: call.sid,
          CallStatus: 'in-progress',
          Direction: 'outbound-api',
        };
        const answer = await this.post(new URL(address, call.url).href, { ...about, ...fields });
        if (answer.status !== 200) throw new Error(`No TwiML at ${address}: ${answer.status} ${answer.text}`);
        return answer.text;
      },
      async () => {
        await this.report(call, 'completed', { CallDuration: '21' });
      },
    );
    await phone.go(call.url);
    return phone;
  }

  /** @param signature the right one unless told */
  async post(address: string, fields: Fields, signature?: string): Promise<Answer> {
    const { lanes, publicUrl } = this.product;
    if (!address.startsWith(`${publicUrl}/`)) throw new Error(`${address} is not the product's`);
    const right = getExpectedTwilioSignature(this.carrier.authToken, address, fields);
    return lanes.ask('POST', address.slice(publicUrl.length), {
      raw: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature ?? right,
      },
    });
  }

  private ends({ to, from }: Taken): Fields {
    return { AccountSid: this.carrier.accountSid, ApiVersion: '2010-04-01', To: to, From: from };
  }
}
