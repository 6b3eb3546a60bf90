import { getEngineState } from '../../domain/escalations/engine-queries';
import { setAsideInput } from '../../domain/escalations/model';
import { restoreSetAside } from '../../domain/escalations/restore-set-aside';
import { env } from '../../env';
import { procedure, router } from '../trpc';

export const engineRouter = router({
  state: procedure.query(async ({ ctx }) => {
    const { SMTP_URL, TWILIO_FROM, INBOUND_MAIL_DOMAIN, VAPID_PUBLIC_KEY } = env();
    return {
      ...(await getEngineState(ctx.actor)),
      /** What this installation can carry at all. */
      isConfigured: {
        email: SMTP_URL !== undefined,
        carrier: TWILIO_FROM !== undefined,
        inboundMail: INBOUND_MAIL_DOMAIN !== undefined,
        push: VAPID_PUBLIC_KEY !== undefined,
      },
    };
  }),
  restore: procedure.input(setAsideInput).mutation(({ ctx, input }) => restoreSetAside(ctx.actor, input)),
});
