import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../kernel/log';
import { DomainError } from '../kernel/errors';
import { answerAcknowledge } from './acknowledge';
import { sendProblem } from './answers';
import { answerBriefingHook, answerStatuspageHook } from './briefing-hooks';
import { answerCarrier, carrierDoorOf } from './carrier';
import { answerExport, exportOf } from './briefing-export';
import { answerCalendarFeed } from './calendar-feed';
import { answerDeskWorker } from './desk-worker';
import { answerListExport, listOf } from './exports';
import { answerLiveness, answerReadiness } from './health';
import { answerInboundMail } from './inbound-mail';
import { answerPackFile, packFileOf } from './incident-pack';
import { answerLive } from './live';
import { answerMetrics, observeRequest } from './metrics';
import { answerReportExport, reportOf } from './report-export';
import { answerRest, REST_PREFIX } from './rest';
import { answerTelephony } from './telephony';
import { answerTrpc, TRPC_PREFIX } from './trpc';
import { answerTwilio } from './twilio';

type Lane = { name: string; answer: () => void | Promise<void> };

/** The lane of a request that is answered without Next.js, or null. */
function laneOf(request: IncomingMessage, response: ServerResponse, url: URL): Lane | null {
  const { pathname } = url;
  const isPost = request.method === 'POST';
  if (pathname.startsWith(TRPC_PREFIX)) {
    return { name: 'trpc', answer: () => answerTrpc(request, response, pathname) };
  }
  const exported = request.method === 'GET' ? exportOf(pathname) : null;
  if (exported !== null) {
    return { name: 'export', answer: () => answerExport(request, response, exported) };
  }
  const packFile = request.method === 'GET' ? packFileOf(pathname) : null;
  if (packFile !== null) {
    return { name: 'export', answer: () => answerPackFile(request, response, packFile, url.searchParams) };
  }
  const list = request.method === 'GET' ? listOf(pathname) : null;
  if (list !== null) {
    return { name: 'export', answer: () => answerListExport(request, response, list, url.searchParams) };
  }
  const report = request.method === 'GET' ? reportOf(pathname) : null;
  if (report !== null) {
    return { name: 'export', answer: () => answerReportExport(request, response, report, url.searchParams) };
  }
  if (pathname === REST_PREFIX || pathname.startsWith(`${REST_PREFIX}/`)) {
    return { name: 'rest', answer: () => answerRest(request, response, url) };
  }
  if (pathname === '/api/live') return { name: 'live', answer: () => answerLive(request, response, url) };
  if (pathname === '/api/health/live') return { name: 'health', answer: () => answerLiveness(response) };
  if (pathname === '/api/health/ready') return { name: 'health', answer: () => answerReadiness(response) };
  if (pathname === '/sw.js') return { name: 'worker', answer: () => answerDeskWorker(response) };
  const calendarKey = /^\/api\/calendar\/([\w-]+)\.ics$/.exec(pathname)?.[1];
  if (calendarKey !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
    return { name: 'calendar', answer: () => answerCalendarFeed(response, calendarKey) };
  }
  if (pathname === '/api/metrics') return { name: 'metrics', answer: () => answerMetrics(request, response) };

  const [, hook, connectionId = '', door] =
    /^\/api\/hooks\/(telephony|twilio)\/([^/]+)(?:\/(voice|status|sms))?$/.exec(pathname) ?? [];
  if (hook === 'telephony' && door === undefined && isPost) {
    return { name: 'telephony', answer: () => answerTelephony(request, response, connectionId) };
  }
  if (hook === 'twilio' && (door === 'voice' || door === 'status' || door === 'sms') && isPost) {
    return { name: 'twilio', answer: () => answerTwilio(request, response, connectionId, door) };
  }
  const carrierDoor = isPost ? carrierDoorOf(pathname) : null;
  if (carrierDoor !== null) {
    return { name: 'carrier', answer: () => answerCarrier(request, response, carrierDoor, url.searchParams) };
  }
  if (pathname === '/api/hooks/mail' && isPost) {
    return { name: 'mail', answer: () => answerInboundMail(request, response, url) };
  }
  const [, sourceId] = /^\/api\/hooks\/briefings\/([^/]+)$/.exec(pathname) ?? [];
  if (sourceId !== undefined && isPost) {
    return { name: 'briefing-hook', answer: () => answerBriefingHook(request, response, sourceId) };
  }
  const [, pageId, secret] = /^\/api\/hooks\/statuspage\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  if (pageId !== undefined && secret !== undefined && isPost) {
    return { name: 'statuspage-hook', answer: () => answerStatuspageHook(request, response, pageId, secret) };
  }
  const token = /^\/ack\/([\w.-]+)$/.exec(pathname)?.[1];
  if (token !== undefined && isPost) {
    return { name: 'acknowledge', answer: () => answerAcknowledge(request, response, token) };
  }
  if (pathname.startsWith('/api/') && !pathname.startsWith('/api/auth/')) {
    const error = new DomainError('NOT_FOUND', 'There is no such resource.');
    return { name: 'unknown', answer: () => sendProblem(response, error) };
  }
  return null;
}

/** @returns whether the request was taken; what is not belongs to Next.js */
export function answerFast(request: IncomingMessage, response: ServerResponse): boolean {
  const address = request.url ?? '/';
  if (!URL.canParse(address, 'http://localhost')) {
    sendProblem(response, new DomainError('INVALID', 'That is no address.'));
    return true;
  }
  const url = new URL(address, 'http://localhost');
  const lane = laneOf(request, response, url);
  if (lane === null) return false;
  response.setHeader('x-content-type-options', 'nosniff');
  observeRequest(lane.name, response);
  void Promise.resolve(lane.answer()).catch((error: unknown) => {
    log().error({ err: error, lane: lane.name }, 'lane failed');
    if (response.headersSent) response.destroy();
    else sendProblem(response, error);
  });
  return true;
}
