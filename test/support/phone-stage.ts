import { createContact } from '@/domain/contacts/create-contact';
import { CarrierCallbacks } from './carrier-callbacks';
import { publicUrl, startLanes } from './lanes';
import { test as stageTest, type Stage } from './stage';

/** A stage with the product's doors open to its carrier; `phone` is what the carrier says by itself. */
export const test = stageTest.extend<{ phone: CarrierCallbacks }>({
  phone: async ({ stage }, use) => {
    const lanes = await startLanes(stage.world, stage.carrier.variables);
    await use(new CarrierCallbacks(stage.carrier, { lanes, publicUrl }));
    await lanes.stop();
  },
});

export type Way = { channel: 'sms' | 'voice'; address: string };

/** Contacts who are all told in the first step, each in their ways; then it is the deputy's turn. */
export async function reachBy(stage: Stage, ...people: Way[][]): Promise<void> {
  const { actors, client, deputy } = stage.world;
  const contacts = await Promise.all(
    people.map((methods, n) =>
      createContact(actors.admin, { clientId: client.id, name: `Person ${n + 1}`, title: '', methods }),
    ),
  );
  await stage.setPolicy({
    steps: [
      { targets: contacts.map(({ id }) => ({ type: 'contact', id })), delaySeconds: 3_600 },
      { targets: [{ type: 'contact', id: deputy.id }], delaySeconds: 3_600 },
    ],
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
}
