import startProduct from './start-product';

const names = [
  'E2E_BASE_URL',
  'E2E_SMTP_PORT',
  'E2E_CARRIER_PORT',
  'E2E_PRODUCT_PID',
  'E2E_DEMO_FILE',
] as const;

/** A second product, for a test whose clock must be its own; until it is stopped, all helpers of the browser tests mean it. */
export async function startApart(): Promise<{ stop(): Promise<void> }> {
  const before = names.map((name) => [name, process.env[name] ?? ''] as const);
  const stop = await startProduct();
  return {
    async stop() {
      await stop();
      for (const [name, value] of before) process.env[name] = value;
    },
  };
}
