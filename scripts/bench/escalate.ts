import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { atMost, percentile, told, type Figure } from './figures';
import { atPace, until } from './pace';
import { harbor, rest } from './target';
import { smtpPort } from './settings';

const AT_PACE = 300;
const AT_ONCE = 1_000;

/** Escalation sent → its mail accepted by an SMTP server, at 20/s; then 1,000 at once. The floor is nodemailer alone. */
export async function benchEscalate(): Promise<Figure[]> {
  const accepted = new Map<string, number[]>();
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, callback) {
      let text = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        const mark = /mark-\d+-end/.exec(text)?.[0] ?? 'unknown';
        accepted.set(mark, [...(accepted.get(mark) ?? []), performance.now()]);
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => sink.listen(smtpPort, '127.0.0.1', () => resolve()));
  const clientId = harbor.clients[0]?.id ?? '';
  const start = (mark: number) =>
    rest('POST', '/escalations', { clientId, summary: `mark-${mark}-end`, urgency: 'urgent' });
  try {
    // The first mails of a process pay for loading and compiling.
    await atPace(40, 20, async (n) => void (await start(900_000 + n)));
    const sentAt: number[] = [];
    await atPace(AT_PACE, 20, async (n) => {
      sentAt[n] = performance.now();
      await start(n);
    });
    await until(() => accepted.size >= AT_PACE + 40, 30);
    const delays = sentAt.map((at, n) => (accepted.get(`mark-${n}-end`)?.[0] ?? Infinity) - at);

    const transport = createTransport({ host: '127.0.0.1', port: smtpPort, pool: true, maxConnections: 5 });
    const bare: number[] = [];
    await atPace(100, 20, async (n) => {
      const at = performance.now();
      await transport.sendMail({
        from: 'a@b.example',
        to: 'c@d.example',
        subject: 'floor',
        text: `mark-${50_000 + n}-end`,
      });
      bare.push(performance.now() - at);
    });
    transport.close();

    const before = accepted.size;
    const begun = performance.now();
    let next = 0;
    const sender = async () => {
      while (next < AT_ONCE) {
        next += 1;
        await start(100_000 + next);
      }
    };
    await Promise.all(Array.from({ length: 50 }, sender));
    const committed = performance.now() - begun;
    await until(() => accepted.size >= before + AT_ONCE, 60);
    const delivered = performance.now() - begun;
    // Long enough for a second copy to come, if one were on its way.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const burst = [...accepted].filter(([mark]) => /^mark-10\d{4}-/.test(mark));
    const twice = burst.filter(([, times]) => times.length > 1).length;
    return [
      atMost(
        'escalate: sent → mail accepted at 20/s, p50',
        'ms',
        percentile(delays, 0.5),
        250,
        AT_PACE,
        percentile(bare, 0.5),
      ),
      atMost(
        'escalate: sent → mail accepted at 20/s, p95',
        'ms',
        percentile(delays, 0.95),
        250,
        AT_PACE,
        percentile(bare, 0.95),
      ),
      told('escalate: 1,000 at once, all committed after', 'ms', committed, AT_ONCE),
      told('escalate: 1,000 at once, all delivered after', 'ms', delivered, AT_ONCE),
      atMost('escalate: 1,000 at once, not delivered', '', AT_ONCE - burst.length, 0, AT_ONCE),
      atMost('escalate: 1,000 at once, delivered twice', '', twice, 0, AT_ONCE),
    ];
  } finally {
    await new Promise<void>((resolve) => sink.close(() => resolve()));
  }
}
