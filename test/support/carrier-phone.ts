import { readTwiml, type Verb } from './twiml';

const MOST_FETCHES = 20;

type Fetch = (address: string, fields: Record<string, string>) => Promise<string>;

/** A call that somebody picked up, as Twilio carries it: reads TwiML out, waits for keys, follows redirects, hangs up. */
export class PhoneCall {
  /** What was said so far, sentence by sentence. */
  readonly heard: string[] = [];
  isOver = false;
  private gather: Verb | undefined;
  private left: Verb[] = [];
  private fetches = 0;

  constructor(
    private readonly fetch: Fetch,
    private readonly hangUp: () => Promise<void>,
  ) {}

  /** What was said since the last key. */
  get lately(): string {
    return this.heard.join(' ');
  }

  async press(digits: string): Promise<void> {
    const action = this.waiting().attributes.action ?? '';
    this.heard.length = 0;
    await this.go(action, { Digits: digits });
  }

  /** Nobody presses anything until the time for it is over. */
  async keepSilent(): Promise<void> {
    this.waiting();
    this.heard.length = 0;
    this.gather = undefined;
    await this.run();
  }

  /** The one who was called hangs up. */
  async leave(): Promise<void> {
    await this.end();
  }

  async go(address: string, fields: Record<string, string> = {}): Promise<void> {
    this.fetches += 1;
    if (this.fetches > MOST_FETCHES) throw new Error('The call goes round in circles.');
    this.gather = undefined;
    this.left = readTwiml(await this.fetch(address, fields));
    await this.run();
  }

  private waiting(): Verb {
    if (this.gather === undefined) throw new Error('Nobody waits for a key.');
    return this.gather;
  }

  private async run(): Promise<void> {
    for (let verb = this.left.shift(); verb !== undefined; verb = this.left.shift()) {
      switch (verb.name) {
        case 'Say':
          this.heard.push(verb.text);
          break;
        case 'Pause':
          break;
        case 'Gather':
          this.heard.push(...verb.inside.filter(({ name }) => name === 'Say').map(({ text }) => text));
          this.gather = verb;
          return;
        case 'Redirect':
          return this.go(verb.text);
        case 'Hangup':
          return this.end();
        case 'Message':
          throw new Error('A call is no text message.');
      }
    }
    await this.end();
  }

  private async end(): Promise<void> {
    this.isOver = true;
    this.gather = undefined;
    await this.hangUp();
  }
}
