import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { unseal } from '../auth/seal';
import { database } from '../db/client';
import { findBriefingSource, type BriefingSourceDoor } from '../db/gate';
import {
  briefingReportInput,
  statuspagePayload,
  type BriefingReport,
  type ReceivedReport,
  type SourceKind,
} from '../domain/sources/model';
import { receiveBriefing } from '../domain/sources/receive-briefing';
import { statuspageReport } from '../domain/sources/statuspage-report';
import { DomainError } from '../kernel/errors';
import { sendJson, sendProblem } from './answers';
import { parseJsonObject, readBody } from './body';
import { badSignature, verifySignature } from './telephony';

const MAX_BODY_BYTES = 256_000;

const uuid = z.uuid();

/** `POST /api/hooks/briefings/{sourceId}`: what a program reports of an incident, signed by Standard Webhooks. */
export async function answerBriefingHook(
  request: IncomingMessage,
  response: ServerResponse,
  sourceId: string,
): Promise<void> {
  try {
    const bytes = await readBody(request, MAX_BODY_BYTES);
    const source = await findSource(sourceId, 'generic');
    if (source === null) throw badSignature();
    verifySignature(unseal(source.sealedSecret), bytes, request.headers);
    const received = await receiveBriefing(source.actor, reportOf(parseJsonObject(bytes)));
    sendJson(response, 200, answerOf(received));
  } catch (error) {
    sendProblem(response, error);
  }
}

/**
 * `POST /api/hooks/statuspage/{sourceId}/{secret}`: what Atlassian Statuspage sends to subscribers. It signs nothing,
 * so the secret stands in the address. Notices about components are taken and passed over.
 */
export async function answerStatuspageHook(
  request: IncomingMessage,
  response: ServerResponse,
  sourceId: string,
  secret: string,
): Promise<void> {
  try {
    const bytes = await readBody(request, MAX_BODY_BYTES);
    const source = await findSource(sourceId, 'statuspage');
    if (source === null || !isSame(unseal(source.sealedSecret), secret)) throw unknownAddress();
    const { incident, page } = statuspagePayload.parse(parseJsonObject(bytes));
    if (incident === null || incident === undefined) return sendJson(response, 200, { ignored: true });
    const pageName = page?.name?.trim();
    const report = statuspageReport(
      incident,
      pageName === undefined || pageName === '' ? source.actor.name : pageName,
    );
    sendJson(response, 200, answerOf(await receiveBriefing(source.actor, report)));
  } catch (error) {
    sendProblem(response, error);
  }
}

async function findSource(sourceId: string, kind: SourceKind): Promise<BriefingSourceDoor | null> {
  if (!uuid.safeParse(sourceId).success) return null;
  const source = await findBriefingSource(database().sql, sourceId);
  return source?.kind === kind ? source : null;
}

function unknownAddress(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'This address is not known here.');
}

/** In the same time whatever is wrong with it: digests are equally long. */
function isSame(secret: string, given: string): boolean {
  const [a, b] = [secret, given].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** The schema fills what was left out, and the draft must keep that: so only what was sent counts. */
function reportOf(body: Record<string, unknown>): BriefingReport {
  const { id, status, ...content } = briefingReportInput.parse(body);
  const given = Object.fromEntries(Object.entries(content).filter(([field]) => field in body));
  return { externalId: id, content: { ...given, ...(status !== undefined && { incidentStatus: status }) } };
}

function answerOf({ briefingId, draftRevision, isIgnored }: ReceivedReport): Record<string, unknown> {
  return isIgnored ? { briefingId, ignored: true } : { briefingId, draftRevision };
}
