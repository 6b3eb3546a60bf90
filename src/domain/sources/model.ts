import { z } from 'zod';
import { briefingContentInput, incidentStatuses } from '../briefings/model';

/** `statuspage`: its webhooks carry no signature, so the secret stands in the address. `generic`: Standard Webhooks. */
export const sourceKinds = ['statuspage', 'generic'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type BriefingSource = {
  id: string;
  clientId: string;
  kind: SourceKind;
  name: string;
  createdAt: Date;
  isRevoked: boolean;
  lastReceivedAt: Date | null;
};

export const createSourceInput = z.strictObject({
  clientId: z.uuid(),
  kind: z.enum(sourceKinds),
  name: z.string().trim().min(1, 'Give it a name, such as the status page’s.').max(120),
});

export const sourceIdInput = z.strictObject({ sourceId: z.uuid() });

export const listSourcesInput = z.strictObject({ clientId: z.uuid() });

const externalId = z.string().trim().min(1, 'Say what you call the incident.').max(200);

/** What a program reports of one incident, `id` being its own name for it: a headline, and any blocks of a briefing. */
export const briefingReportInput = briefingContentInput.partial().extend({
  id: externalId,
  headline: z
    .string()
    .trim()
    .min(1, 'Say in one line what happened.')
    .max(160, 'Keep the headline under 160 characters.'),
  /** Another name for `incidentStatus`. */
  status: z.enum(incidentStatuses).optional(),
});

/** A report as the draft takes it in: what it leaves out stays as it is. */
export type BriefingReport = {
  externalId: string;
  content: Partial<z.output<typeof briefingContentInput>>;
};

/** What became of a report: `isIgnored` once somebody has taken the draft over, or it was published. */
export type ReceivedReport = { briefingId: string; draftRevision: number; isIgnored: boolean };

/**
 * What Atlassian Statuspage posts to its webhook subscribers, and what works like it. It adds fields as it likes, so
 * unknown ones are passed over. Notices of components carry no incident.
 */
export const statuspagePayload = z.object({
  page: z.object({ name: z.string().nullish() }).nullish(),
  incident: z
    .object({
      id: externalId,
      name: z.string().trim().min(1).max(4_000),
      status: z.string().max(100).default(''),
      impact: z.string().max(100).nullish(),
      scheduled_for: z.string().max(100).nullish(),
      incident_updates: z
        .array(z.object({ body: z.string().nullish(), created_at: z.string().max(100).nullish() }))
        .max(1_000)
        .default([]),
    })
    .nullish(),
});

export type StatuspageIncident = NonNullable<z.output<typeof statuspagePayload>['incident']>;
