import { z } from 'zod';

export const addDidInput = z.strictObject({
  clientId: z.uuid(),
  number: z.string().trim().min(1).max(64).describe('With country code, for example +49 30 123456'),
  label: z.string().trim().max(80).default(''),
  answerPhrase: z.string().trim().max(400).default(''),
});

export const updateDidInput = z.strictObject({
  didId: z.uuid(),
  label: z.string().trim().max(80).optional(),
  answerPhrase: z.string().trim().max(400).optional(),
});

export const removeDidInput = z.strictObject({ didId: z.uuid() });

export const listDidsInput = z.strictObject({
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type Did = { id: string; clientId: string; number: string; label: string; answerPhrase: string };

export const connectionKinds = ['generic', 'twilio'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

export const createConnectionInput = z.strictObject({
  name: z.string().trim().min(1, 'Name it after the switch.').max(120),
  kind: z.enum(connectionKinds),
  /** Twilio's auth token; for a generic switch the secret is generated. */
  secret: z.string().min(16).max(200).optional(),
});

export type Connection = { id: string; name: string; kind: ConnectionKind; createdAt: Date };
