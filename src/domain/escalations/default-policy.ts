import type { Policy } from './model';

/** For a client without a policy, and for calls to a number that belongs to nobody: the account managers. */
export function defaultPolicy(): Policy {
  return {
    steps: [{ targets: [{ type: 'account_manager' }], delaySeconds: 300 }],
    cycles: 3,
    acknowledgementTimeoutSeconds: null,
  };
}
