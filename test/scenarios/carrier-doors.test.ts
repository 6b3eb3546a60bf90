import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLanes, type Lanes } from '../support/lanes';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world, {
    TWILIO_ACCOUNT_SID: undefined,
    TWILIO_AUTH_TOKEN: undefined,
    TWILIO_FROM: undefined,
  });
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

it.each(['sms', 'status', 'voice', 'keypress'])(
  'without a carrier account there is no door /%s, whoever knocks',
  async (door) => {
    const path = `/api/hooks/carrier/${door}?d=x`;
    for (const method of ['GET', 'POST']) {
      const answer = await lanes.ask(method, path, {
        headers: { 'x-twilio-signature': 'anything' },
        ...(method === 'POST' && { raw: 'From=%2B4915155550101&Body=1a' }),
      });
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  },
);
