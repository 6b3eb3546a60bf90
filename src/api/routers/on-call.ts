import { randomBytes } from 'node:crypto';
import { contactIdInput } from '../../domain/contacts/model';
import { issueFeed } from '../../domain/oncall/issue-feed';
import { onCallInput } from '../../domain/oncall/model';
import { getOnCall, listOnCall } from '../../domain/oncall/on-call-queries';
import { renewFeed } from '../../domain/oncall/renew-feed';
import { env } from '../../env';
import { procedure, router } from '../trpc';

const newKey = () => randomBytes(24).toString('base64url');
const addressOf = (key: string) => ({ url: `${env().PUBLIC_URL}/api/calendar/${key}.ics` });

export const onCallRouter = router({
  get: procedure
    .meta({ rest: { method: 'GET', path: '/clients/{clientId}/on-call' } })
    .input(onCallInput)
    .query(({ ctx, input }) => getOnCall(ctx.actor, input)),
  /** Of all clients that the asker sees. */
  list: procedure.query(({ ctx }) => listOnCall(ctx.actor)),
  /** The address of a contact's calendar, for their own calendar program; the same each time. */
  feed: procedure
    .input(contactIdInput)
    .mutation(async ({ ctx, input }) => addressOf(await issueFeed(ctx.actor, { ...input, key: newKey() }))),
  /** A new address; the old one shows nothing from now on. */
  renewFeed: procedure
    .input(contactIdInput)
    .mutation(async ({ ctx, input }) => addressOf(await renewFeed(ctx.actor, { ...input, key: newKey() }))),
});
