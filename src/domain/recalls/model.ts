import { z } from 'zod';
import type { PromiseState } from '../promises/model';

const instant = z.iso.datetime({ offset: true, error: 'Use a date and time such as 2026-03-29T18:00:00Z.' });

export const withdrawStatementInput = z.strictObject({
  briefingId: z.uuid(),
  statementId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why: operators read it, and so does the client.').max(2_000),
  /** Said instead from now on, under the same number; left out: nothing is. */
  correction: z.string().trim().min(1).max(600, 'Keep it under 600 characters.').optional(),
  /** Whether everyone who was told is called back. */
  callBack: z.boolean(),
  /** By when; within four hours unless told. */
  dueAt: instant.optional(),
});

export const statementIdInput = z.strictObject({ briefingId: z.uuid(), statementId: z.uuid() });

export const recallIdInput = z.strictObject({ recallId: z.uuid() });

export const recallCallersInput = z.strictObject({
  recallId: z.uuid(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(500),
});

export const listRecallsInput = z.strictObject({
  briefingId: z.uuid().optional(),
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** How far a recall has come. Callers are counted once a number; calls without one, each by itself. */
export type Recall = {
  id: string;
  clientId: string;
  clientName: string;
  briefingId: string;
  headline: string;
  statementId: string;
  version: number;
  text: string;
  correction: string | null;
  reason: string;
  callBack: boolean;
  dueAt: Date;
  createdAt: Date;
  byName: string;
  callers: number;
  withoutNumber: number;
  kept: number;
  open: number;
  /** Ended without reaching the caller: wrong number, refused, or given up. */
  unreached: number;
  isComplete: boolean;
};

/** Somebody who was told the withdrawn statement. */
export type RecallCaller = {
  /** null: no number is known, so nobody can call back. */
  phone: string | null;
  name: string;
  calls: number;
  lastCallId: string;
  toldAt: Date;
  toldByName: string;
  /** Told after it had been withdrawn, by a desk that did not know yet. */
  isAfterWithdrawal: boolean;
  /** null: nobody is called back. */
  state: PromiseState | null;
  tries: number;
};

/** For "12 callers were told this. Call them back?" */
export type ToldCount = { callers: number; withoutNumber: number };
