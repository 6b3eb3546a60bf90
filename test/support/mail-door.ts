import { getEscalation } from '../../src/domain/escalations/queries';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import type { Escalation } from '../../src/domain/escalations/model';
import { newId } from '../../src/kernel/ids';
import { writeReplyAddress } from '../../src/kernel/reply-address';
import type { Answer } from './ask';
import { authSecret, startLanes, type Lanes } from './lanes';
import { makeWorld, type Tenant, type World } from './world';

export const mailToken = 'the-token-of-the-mail-provider';
export const mailDomain = 'reply.calm.example';

export type Sent = { escalationId: string; deliveryId: string; to: string; from: string };

export const mailQuote =
  '\n\nOn Tue, 3 Mar 2026 at 09:15, Calmline <x@y.example> wrote:\n> Salaries were paid twice.\n';

/** One raw mail, as a mail provider posts it. */
export function mime(
  { to, from }: Pick<Sent, 'to' | 'from'>,
  text: string,
  headers: Record<string, string> = {},
): string {
  const all = {
    From: `Tom Becker <${from}>`,
    To: `Calmline <${to}>`,
    Subject: 'Re: [Calmline] URGENT: Brightwater Payroll, please acknowledge',
    'Message-ID': `<${newId()}@mail.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', text].join('\r\n');
}

/** A world whose mails can be answered, and the door where a mail provider posts the answers. */
export class MailDoor {
  private constructor(
    readonly world: World,
    readonly lanes: Lanes,
  ) {}

  static async open(): Promise<MailDoor> {
    const world = await makeWorld();
    const variables = { INBOUND_MAIL_DOMAIN: mailDomain, INBOUND_MAIL_TOKEN: mailToken };
    return new MailDoor(world, await startLanes(world, variables));
  }

  async close(): Promise<void> {
    await this.lanes.stop();
    await this.world.stop();
  }

  /** An escalation, and where the answer to the mail about it goes. */
  async escalate(tenant: Tenant = this.world): Promise<Sent> {
    const { id: escalationId } = await startEscalation(tenant.actors.operator, {
      clientId: tenant.client.id,
      urgency: 'urgent',
      summary: 'Salaries were paid twice.',
    });
    const { deliveries } = await getEscalation(tenant.actors.admin, escalationId);
    const deliveryId = deliveries[0]?.id ?? '';
    const to = writeReplyAddress(deliveryId, authSecret, mailDomain);
    return { escalationId, deliveryId, to, from: tenant.contact.methods[0]?.address ?? '' };
  }

  read({ escalationId }: Sent, tenant: Tenant = this.world): Promise<Escalation> {
    return getEscalation(tenant.actors.admin, escalationId);
  }

  post(raw: string | Buffer, headers: Record<string, string> = {}, query = ''): Promise<Answer> {
    return this.lanes.ask('POST', `/api/hooks/mail${query}`, {
      raw,
      headers: { authorization: `Bearer ${mailToken}`, 'content-type': 'message/rfc822', ...headers },
    });
  }

  /** The answer to a mail, above its quote. */
  answer(sent: Sent, text: string, headers?: Record<string, string>): Promise<Answer> {
    return this.post(mime(sent, `${text}${mailQuote}`, headers));
  }

  /** What the timeline says of answers, and by whom. */
  async replies(sent: Sent): Promise<(string | null)[][]> {
    const { timeline } = await this.read(sent);
    return timeline.filter(({ type }) => type === 'replied').map(({ words, byName }) => [byName, words]);
  }

  /** A print of every row that an answer may change. */
  async everything(): Promise<unknown> {
    return Promise.all(
      ['escalations', 'escalation_events', 'deliveries', 'inbound_messages', 'audit_entries'].map(
        (table) => this.world.ownerSql`
          select md5(string_agg(t::text, '' order by t::text)) as rows from ${this.world.ownerSql(table)} t`,
      ),
    );
  }
}
