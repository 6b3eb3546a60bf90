import { z } from 'zod';
import { roles, type Role } from '../../kernel/actor';

export const createMemberInput = z.strictObject({
  email: z
    .email('That is not an e-mail address.')
    .max(254)
    .transform((text) => text.toLowerCase()),
  name: z.string().trim().min(1, 'A name is needed.').max(120),
  role: z.enum(roles),
  clientId: z.uuid().optional().describe("Needed for a client's people, refused for staff"),
});

export const memberIdInput = z.strictObject({ memberId: z.uuid() });

export type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  clientId: string | null;
  clientName: string | null;
  isDisabled: boolean;
};

/** A signed-in browser. */
export type SessionSummary = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string;
  userAgent: string;
  isCurrent: boolean;
};

export const revokeSessionInput = z.strictObject({ sessionId: z.uuid() });

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, 'Name it after the program that will use it.').max(120),
  role: z.enum(roles),
  clientId: z.uuid().optional(),
});
export const revokeApiKeyInput = z.strictObject({ apiKeyId: z.uuid() });

export type ApiKeySummary = {
  id: string;
  name: string;
  role: Role;
  clientId: string | null;
  createdAt: Date;
  revokedAt: Date | null;
};
