import { Agent, request as post } from 'node:http';
import { text } from 'node:stream/consumers';
import { openDatabase, useDatabase } from '../../src/db/client';
import type { ClaimedDelivery } from '../../src/domain/notifications/claimed-delivery';
import type { SendOutcome } from '../../src/domain/notifications/model';
import { setLogLevel } from '../../src/kernel/log';
import { chooseBackend } from '../../workers/connection';
import { deliverBy } from '../../workers/deliver';
import { openQueues, queueNames } from '../../workers/queues';
import { startSweep } from '../../workers/sweep';

/*
 * The engine with the least a channel can be: a post over connections that stay open. What the engine itself can do,
 * without what a text message costs besides (its number to answer with, its signed addresses, the carrier's package).
 */
const [databaseUrl = '', redisUrl = '', providerPort = '', atOnce = ''] = process.argv.slice(2);
const concurrency = Number(atOnce);
const limits = { smsPerSecond: 1_000_000, callsPerSecond: 1 };
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });

function send({ address }: ClaimedDelivery): Promise<SendOutcome> {
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port: Number(providerPort), method: 'POST' };
    const request = post(options, (response) => {
      text(response).then((answer) => {
        const { sid } = JSON.parse(answer) as { sid: string };
        resolve({ kind: 'sent', providerId: sid });
      }, reject);
    });
    request.on('error', reject);
    request.end(`To=${encodeURIComponent(address)}`);
  });
}

setLogLevel('warn');
useDatabase(openDatabase(databaseUrl));
const backend = chooseBackend({ databaseUrl, redisUrl: redisUrl === '' ? undefined : redisUrl });
const queues = await openQueues(backend);
let refill: () => void = () => undefined;
const deliver = deliverBy({ send }, limits, () => refill());
await backend.startWorker(queueNames.deliver, deliver, concurrency);
const sweep = await startSweep(queues, {
  databaseUrl,
  mailFrom: '',
  publicUrl: '',
  authSecret: '',
  privateAddresses: [],
  limits,
  concurrency,
});
refill = () => sweep.refill();
process.stdout.write('worker started\n');
process.on('SIGTERM', () => process.exit(0));
