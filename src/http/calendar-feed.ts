import type { ServerResponse } from 'node:http';
import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { database } from '../db/client';
import { findCalendarActor } from '../db/on-call-gate';
import { getFeed } from '../domain/oncall/feed-queries';
import { env } from '../env';
import { HOUR, SECOND } from '../kernel/duration';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';

/** How often calendar programs are asked to come back. */
const REFRESH_SECONDS = HOUR / SECOND;

/**
 * `GET /api/calendar/{key}.ics`: when one person is on call, for their own calendar program (RFC 5545). Whoever has the
 * address may read it, and nothing of anybody else is in it.
 */
export async function answerCalendarFeed(response: ServerResponse, key: string): Promise<void> {
  try {
    const actor = await findCalendarActor(database().sql, key);
    if (actor === null) throw new DomainError('NOT_FOUND', 'There is no such calendar.');
    const { at, shifts } = await getFeed(actor);
    const calendar = ical({
      name: 'On call',
      prodId: { company: 'Calmline', product: 'On call', language: 'EN' },
      ttl: REFRESH_SECONDS,
    });
    for (const { uid, scheduleName, clientName, startsAt, endsAt } of shifts) {
      calendar.createEvent({
        id: `${uid}@calmline`,
        stamp: at,
        start: startsAt,
        end: endsAt,
        summary: `On call: ${clientName} (${scheduleName})`,
        url: `${env().PUBLIC_URL}/portal/on-call`,
        // Being on call fills no time: other appointments may stand beside it.
        busystatus: ICalEventBusyStatus.FREE,
        transparency: ICalEventTransparency.TRANSPARENT,
      });
    }
    response.writeHead(200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="on-call.ics"',
      'cache-control': 'private, no-store',
    });
    response.end(calendar.toString());
  } catch (error) {
    sendProblem(response, error);
  }
}
