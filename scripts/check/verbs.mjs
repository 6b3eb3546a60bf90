/** A file whose first word stands here is a write. A new verb is added here in the same change. */
export const VERBS = new Set(
  (
    'abandon accept acknowledge activate add advance announce answer append apply approve archive ask assign begin break cancel change ' +
    'claim clear close complete confirm create deactivate decide decline delete deliver disable dismiss draw drop enable end enqueue ' +
    'escalate expire finish hand hold import invite issue join keep leave load mark merge move notify open pause pop prune publish ' +
    'pull put read recall receive record redeem register reject release remind remove renegotiate renew reopen replace request ' +
    'reset resolve restore resume retry review revoke ring rotate save score send set sign skip start stop submit suspend ' +
    'take tell transfer unassign update verify withdraw'
  ).split(' '),
);
