import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/db/tables.ts', './src/domain/*/tables.ts'],
  out: './drizzle',
  casing: 'snake_case',
});
