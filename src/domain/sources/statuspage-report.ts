import type { IncidentStatus, Severity } from '../briefings/model';
import type { BriefingReport, StatuspageIncident } from './model';

/** `maintenance` is what Statuspage calls the impact of planned work. */
const severityOf = new Map<string, Severity>([
  ['none', 'low'],
  ['maintenance', 'low'],
  ['minor', 'medium'],
  ['major', 'high'],
  ['critical', 'critical'],
]);

/** The last four are the stages of a scheduled maintenance. */
const statusOf = new Map<string, IncidentStatus>([
  ['investigating', 'investigating'],
  ['identified', 'identified'],
  ['monitoring', 'monitoring'],
  ['resolved', 'resolved'],
  ['postmortem', 'resolved'],
  ['scheduled', 'identified'],
  ['in_progress', 'identified'],
  ['verifying', 'monitoring'],
  ['completed', 'resolved'],
]);

const MOST_FACTS = 60;

/** At most `limit` characters, with "…" where something is missing; never half a character. */
function cut(text: string, limit: number): string {
  const whole = text.trim();
  if (whole.length <= limit) return whole;
  return `${whole
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** RFC 3339 in UTC; null for what is no instant, or one of another age. */
function instantOf(text: string | null | undefined): string | null {
  const at = new Date(text ?? '');
  const year = at.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? at.toISOString() : null;
}

/**
 * An incident of a status page as a report for a draft: impact becomes severity, each update a fact in the order of
 * time (the newest 60). A scheduled maintenance starts when it is scheduled and has no end: one that takes longer must
 * not leave operators without words. What is not known here counts as `medium` and `investigating`. All text is plain
 * text, cut to what a briefing holds.
 * @param pageName whom the facts come from
 */
export function statuspageReport(incident: StatuspageIncident, pageName: string): BriefingReport {
  const source = cut(pageName, 600);
  const startsAt = instantOf(incident.scheduled_for);
  const facts = incident.incident_updates
    .map(({ body, created_at }) => ({ text: cut(body ?? '', 600), source, knownAt: instantOf(created_at) }))
    .filter(({ text }) => text !== '')
    // They come newest first; those of one instant stay in their order.
    .toReversed()
    .toSorted((a, b) => (a.knownAt ?? '').localeCompare(b.knownAt ?? ''))
    .slice(-MOST_FACTS);
  return {
    externalId: incident.id,
    content: {
      headline: cut(incident.name, 160),
      severity: severityOf.get(incident.impact ?? 'none') ?? 'medium',
      incidentStatus: statusOf.get(incident.status) ?? 'investigating',
      facts,
      ...(startsAt !== null && { startsAt }),
    },
  };
}
