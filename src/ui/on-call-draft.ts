import {
  createScheduleInput,
  type Rotation,
  type RotationUnit,
  type Schedule,
  type WeekSpan,
} from '@/domain/oncall/model';

/** A schedule as its form holds it: what is typed is text, and lists hold objects, because the form counts them so. */
export type SpanDraft = { days: string[]; from: string; to: string };
export type RotationDraft = {
  name: string;
  unit: RotationUnit;
  every: string;
  startsAt: string;
  people: { contactId: string }[];
  spans: SpanDraft[];
};
export type ScheduleDraft = {
  name: string;
  timeZone: string;
  isHandoverTold: boolean;
  rotations: RotationDraft[];
};

export const dayChoices = [
  { value: '1', words: 'Mon' },
  { value: '2', words: 'Tue' },
  { value: '3', words: 'Wed' },
  { value: '4', words: 'Thu' },
  { value: '5', words: 'Fri' },
  { value: '6', words: 'Sat' },
  { value: '7', words: 'Sun' },
  { value: 'holiday', words: 'Holidays' },
] as const;

const weekdays = ['1', '2', '3', '4', '5'];

/** Spans that are wanted most. Those of a week's three parts leave no hole between them, on holidays neither. */
export const spanPresets: readonly { words: string; spans: readonly SpanDraft[] }[] = [
  { words: 'Around the clock', spans: [] },
  { words: 'Weekday days', spans: [{ days: weekdays, from: '08:00', to: '18:00' }] },
  { words: 'Weekday nights', spans: [{ days: weekdays, from: '18:00', to: '08:00' }] },
  { words: 'Weekends and holidays', spans: [{ days: ['6', '7', 'holiday'], from: '08:00', to: '08:00' }] },
];

/** @param monday the first hand-over's date, such as 2026-11-23 */
export function blankRotation(monday: string, name: string): RotationDraft {
  return { name, unit: 'week', every: '1', startsAt: `${monday}T08:00`, people: [], spans: [] };
}

export function scheduleDraft(schedule: Schedule): ScheduleDraft {
  const { name, timeZone, isHandoverTold, rotations } = schedule;
  return {
    name,
    timeZone,
    isHandoverTold,
    rotations: rotations.map((rotation) => ({
      name: rotation.name,
      unit: rotation.unit,
      every: String(rotation.every),
      startsAt: rotation.startsAt,
      people: rotation.contactIds.map((contactId) => ({ contactId })),
      spans: rotation.spans.map(({ days, from, to }) => ({ days: days.map(String), from, to })),
    })),
  };
}

function spanOf({ days, from, to }: SpanDraft): WeekSpan {
  const kinds = dayChoices.filter(({ value }) => days.includes(value)).map(({ value }) => value);
  return { days: kinds.map((kind) => (kind === 'holiday' ? kind : Number(kind))), from, to };
}

/** What the form says, as the API takes it. A length without a number counts as 0, which the API refuses. */
export function scheduleOf(draft: ScheduleDraft) {
  const rotations = draft.rotations.map(({ people, spans, every, ...rotation }): Rotation => ({
    ...rotation,
    every: Number(every) || 0,
    contactIds: people.map(({ contactId }) => contactId),
    spans: spans.map(spanOf),
  }));
  return { name: draft.name, timeZone: draft.timeZone, isHandoverTold: draft.isHandoverTold, rotations };
}

/** The rotations and zone of a draft where they can be reckoned with; null while something is missing. */
export function readyPlan(draft: ScheduleDraft): { timeZone: string; rotations: Rotation[] } | null {
  const { timeZone, rotations } = scheduleOf(draft);
  const parsed = createScheduleInput
    .pick({ timeZone: true, rotations: true })
    .safeParse({ timeZone, rotations });
  if (!parsed.success || parsed.data.rotations.length === 0) return null;
  const isDay = parsed.data.rotations.every(({ startsAt }) => {
    const at = new Date(`${startsAt}Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(startsAt);
  });
  return isDay ? { timeZone, rotations: parsed.data.rotations } : null;
}

/** Every field of the form by the name under which the server tells what is wrong with it. */
export function scheduleFields(draft: ScheduleDraft): string[] {
  const ofRotation = ({ people, spans }: RotationDraft, n: number) => [
    ...['name', 'unit', 'every', 'startsAt', 'contactIds', 'spans'].map((field) => `rotations.${n}.${field}`),
    ...people.map((_, place) => `rotations.${n}.contactIds.${place}`),
    ...spans.flatMap((_, place) =>
      ['days', 'from', 'to'].map((field) => `rotations.${n}.spans.${place}.${field}`),
    ),
  ];
  return ['name', 'timeZone', 'isHandoverTold', 'rotations', ...draft.rotations.flatMap(ofRotation)];
}
