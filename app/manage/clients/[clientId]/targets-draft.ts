import { urgencies, type Urgency } from '@/domain/calls/model';
import type { EscalationTargets } from '@/domain/clients/model';

export const targetNames = ['deliverSeconds', 'acknowledgeSeconds', 'resolveSeconds'] as const;
type TargetName = (typeof targetNames)[number];

/** Minutes as typed. */
export type TargetsDraft = Record<Urgency, Record<TargetName, string>>;

/** Said where a time is none that the server takes. */
export const minuteText = 'Write minutes, such as 15 or 0.5; at most 30 days.';

const byUrgency = <Value>(of: (urgency: Urgency) => Value) =>
  Object.fromEntries(urgencies.map((urgency) => [urgency, of(urgency)])) as Record<Urgency, Value>;
const byName = <Value>(of: (name: TargetName) => Value) =>
  Object.fromEntries(targetNames.map((name) => [name, of(name)])) as Record<TargetName, Value>;

/** Targets as one types them: 90 seconds are "1.5" minutes. */
export function draftOf(targets: EscalationTargets): TargetsDraft {
  return byUrgency((urgency) => byName((name) => String(targets[urgency][name] / 60)));
}

/** What was typed, in seconds; what is no number is 0, which the server refuses at its field. */
export function targetsOf(draft: TargetsDraft): EscalationTargets {
  const seconds = (text: string) => {
    const minutes = Number(text.trim().replace(',', '.'));
    return Number.isFinite(minutes) ? Math.round(minutes * 60) : 0;
  };
  return byUrgency((urgency) => byName((name) => seconds(draft[urgency][name])));
}
