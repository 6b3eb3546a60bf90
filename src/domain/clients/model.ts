import { z } from 'zod';

const timeZone = z
  .string()
  .refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC', {
    message: 'Use a time zone name such as Europe/Berlin.',
  });

/**
 * Who must look at a briefing before operators see it: nobody but its author; a second person, be it of the client or
 * an account manager; or an account manager.
 */
export const approvalRules = ['author', 'second_person', 'account_manager'] as const;
export type ApprovalRule = (typeof approvalRules)[number];

const name = z.string().trim().min(1, 'A client needs a name.').max(160);
const accountInfo = z.string().max(20_000, 'Keep the account info under 20,000 characters.');
const greeting = z.string().trim().max(400);

export const createClientInput = z.strictObject({
  name,
  timeZone: timeZone.default('UTC'),
  accountInfo: accountInfo.default(''),
  greeting: greeting.default('').describe('Answer phrase for numbers that have none of their own'),
  approvalRule: z.enum(approvalRules).default('author'),
});

export const updateClientInput = z.strictObject({
  clientId: z.uuid(),
  name: name.optional(),
  timeZone: timeZone.optional(),
  accountInfo: accountInfo.optional(),
  greeting: greeting.optional(),
  approvalRule: z.enum(approvalRules).optional(),
});

export const clientIdInput = z.strictObject({ clientId: z.uuid() });

export const listClientsInput = z.strictObject({
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type Client = {
  id: string;
  name: string;
  timeZone: string;
  accountInfo: string;
  greeting: string;
  approvalRule: ApprovalRule;
  createdAt: Date;
};
