import { askApi, harbor } from './browser';
import type { ProductClock } from './product-clock';

type Mood = 'calm' | 'upset' | 'angry';

/** One call of the day as it goes. Times are minutes after 08:00. */
export type DayCall = {
  at: number;
  from: string;
  name: string;
  /** null: hung up before anybody answered. */
  answeredAfterSeconds: number | null;
  moodIn: Mood;
  moodOut: Mood;
  /** Was told that the corrected payslip comes by e-mail. */
  isTold: boolean;
};

/** When the statement turns out wrong: at noon. */
export const NOON = 4 * 60;
const CALLS = 40;

/**
 * Forty calls between 08:10 and 17:15: every tenth caller hangs up, every eighth rings a second time, and whoever rings
 * before noon is told what is withdrawn then.
 */
export const dayCalls: readonly DayCall[] = Array.from({ length: CALLS }, (_, n) => {
  const at = 10 + n * 14;
  const caller = n % 8 === 7 ? n - 4 : n;
  const isAnswered = n % 10 !== 9;
  const moodIn = (['upset', 'angry', 'upset', 'calm'] as const)[n % 4] ?? 'upset';
  return {
    at,
    from: `+4915177700${String(caller).padStart(3, '0')}`,
    name: `Caller ${String(caller + 1)}`,
    answeredAfterSeconds: isAnswered ? 5 + (n % 7) * 5 : null,
    moodIn,
    moodOut: n % 5 === 0 ? moodIn : 'calm',
    isTold: isAnswered && at < NOON,
  };
});

type Briefing = { id: string; versionId: string; statementId: string };
type Call = { id: string; briefing: { id: string } | null };

const brightwater = () => harbor().clients.find(({ name }) => name === 'Brightwater Payroll');

export class PayrollDay {
  readonly client: { id: string; name: string; did: string };
  private constructor(
    private readonly clock: ProductClock,
    private readonly eight: Date,
  ) {
    const { id = '', name = '', dids = [] } = brightwater() ?? {};
    this.client = { id, name, did: dids[0] ?? '' };
  }

  /** Tom Becker is told first, his deputy after five minutes. @param eight 08:00 of the day, in the client's zone */
  static async begin(clock: ProductClock, eight: Date): Promise<PayrollDay> {
    await clock.moveTo(eight);
    const day = new PayrollDay(clock, eight);
    await askApi('PUT', `/clients/${day.client.id}/escalation-policy`, {
      steps: ['Tom Becker', 'Eva Schulz'].map((name) => ({
        targets: [{ type: 'contact', id: day.contactId(name) }],
        delaySeconds: 300,
      })),
    });
    return day;
  }

  private contactId(wanted: string): string {
    return brightwater()?.contacts.find(({ name }) => name === wanted)?.id ?? '';
  }

  /** `minutes` after 08:00. */
  at(minutes: number): Date {
    return new Date(this.eight.getTime() + minutes * 60_000);
  }

  async passTo(minutes: number): Promise<void> {
    await this.clock.moveTo(this.at(minutes));
  }

  /** What the payroll company has posted: the newest briefing in force. */
  async briefing(): Promise<Briefing> {
    const { items } = await askApi<{ items: { id: string; state: string }[] }>(
      'GET',
      `/briefings?clientId=${this.client.id}`,
    );
    const id = items.find(({ state }) => state === 'published')?.id ?? '';
    const [newest] = await askApi<{ id: string; content: { statements: { id: string; text: string }[] } }[]>(
      'GET',
      `/briefings/${id}/versions`,
    );
    const statement = newest?.content.statements.find(({ text }) => text.includes('by e-mail'));
    return { id, versionId: newest?.id ?? '', statementId: statement?.id ?? '' };
  }

  /** One call from the ring to the end, as the switch and an operator would live it. @returns its id */
  async live(call: DayCall, told: Briefing | null): Promise<string> {
    await this.passTo(call.at);
    const rung = { from: call.from, to: this.client.did, routeReason: 'overflow' };
    const { id } = await askApi<Call>('POST', '/calls', rung);
    const { answeredAfterSeconds, name, moodIn, moodOut } = call;
    const event = (type: string, seconds: number) =>
      askApi('POST', `/calls/${id}/events`, {
        type,
        at: new Date(this.at(call.at).getTime() + seconds * 1_000).toISOString(),
      });
    if (answeredAfterSeconds === null) {
      await event('abandoned', 40);
      return id;
    }
    await this.clock.moveTo(new Date(this.at(call.at).getTime() + 90_000));
    await event('answered', answeredAfterSeconds);
    await askApi('PATCH', `/calls/${id}`, { callerName: name, mood: moodIn });
    await askApi('POST', `/calls/${id}/notes`, {
      kind: 'point',
      text: `${name} has a payslip that is wrong.`,
    });
    if (told !== null) {
      await askApi('POST', `/calls/${id}/statements-told`, { statementIds: [told.statementId] });
    }
    if (moodOut !== moodIn) await askApi('PATCH', `/calls/${id}`, { mood: moodOut });
    return id;
  }

  /** The end of a call and its wrap-up, three minutes after the ring. */
  async end(callId: string, call: DayCall, disposition = 'informed'): Promise<void> {
    const endedAt = new Date(this.at(call.at).getTime() + 180_000);
    await this.clock.moveTo(new Date(endedAt.getTime() + 30_000));
    await askApi('POST', `/calls/${callId}/events`, { type: 'ended', at: endedAt.toISOString() });
    await askApi('POST', `/calls/${callId}/close`, { disposition });
  }
}
