/** A temporary coverage as its form holds it; a shift without times is the whole of it. */
export type CoverageDraft = {
  startsAt: string | null;
  endsAt: string | null;
  note: string;
  shifts: { contactId: string; startsAt: string | null; endsAt: string | null }[];
};

export const blankShift: CoverageDraft['shifts'][number] = { contactId: '', startsAt: null, endsAt: null };
export const blankCoverage: CoverageDraft = { startsAt: null, endsAt: null, note: '', shifts: [blankShift] };

/** What the form says, as the API takes it; what is missing is empty, which the API refuses. */
export function coverageOf(draft: CoverageDraft) {
  const [startsAt, endsAt] = [draft.startsAt ?? '', draft.endsAt ?? ''];
  return {
    startsAt,
    endsAt,
    note: draft.note,
    shifts: draft.shifts.map((shift) => ({
      contactId: shift.contactId,
      startsAt: shift.startsAt ?? startsAt,
      endsAt: shift.endsAt ?? endsAt,
    })),
  };
}

/** Every field of the form by the name under which the server tells what is wrong with it. */
export function coverageFields({ shifts }: Pick<CoverageDraft, 'shifts'>): string[] {
  return [
    ...['startsAt', 'endsAt', 'note', 'shifts'],
    ...shifts.flatMap((_, n) => ['contactId', 'startsAt', 'endsAt'].map((field) => `shifts.${n}.${field}`)),
  ];
}
