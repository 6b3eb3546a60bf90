import type { z } from 'zod';
import type { BriefingContent, briefingContentInput } from './model';

/** Gives every block item that has none an id; items keep theirs, so that told records stay true across versions. */
export function identifiedContent(
  input: z.output<typeof briefingContentInput>,
  newId: () => string,
): BriefingContent {
  const identify = <Item extends { id?: string | undefined }>(items: Item[]) =>
    items.map((item) => ({ ...item, id: item.id ?? newId() }));
  return {
    headline: input.headline,
    severity: input.severity,
    incidentStatus: input.incidentStatus,
    language: input.language,
    opening: input.opening,
    openingIn: input.openingIn,
    facts: identify(input.facts),
    unknowns: identify(input.unknowns),
    statements: identify(input.statements),
    assurances: identify(input.assurances),
    neverSay: identify(input.neverSay),
    qa: identify(input.qa),
    intake: identify(input.intake),
    escalateWhen: identify(input.escalateWhen),
    closing: input.closing,
    apologies: input.apologies,
    playbookId: input.playbookId,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    nextUpdateDueAt: input.nextUpdateDueAt,
  };
}
