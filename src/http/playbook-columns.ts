import type { OutcomeGroup, Share } from '../domain/reports/model';
import type { RecordColumn } from './csv-columns';

const share = (head: string, of: (group: OutcomeGroup) => Share): RecordColumn<OutcomeGroup>[] => [
  { head, cell: (group) => of(group).count },
  { head: `${head}: of`, cell: (group) => of(group).of },
];

const moods = ['calm', 'upset', 'angry', 'abusive', 'unknown'] as const;

/** What came of calls under each playbook, as a file: counts, never percentages without them. */
export const playbookColumns: RecordColumn<OutcomeGroup>[] = [
  { head: 'Playbook', cell: ({ name }) => name },
  { head: 'Calls', cell: ({ calls }) => calls },
  ...moods.map((mood) => ({
    head: `At the start ${mood}`,
    cell: ({ moodIn }: OutcomeGroup) => moodIn[mood],
  })),
  ...moods.map((mood) => ({
    head: `At the end ${mood}`,
    cell: ({ moodOut }: OutcomeGroup) => moodOut[mood],
  })),
  ...share('Calmed', ({ calmed }) => calmed),
  ...share('Rang again', ({ rangAgain }) => rangAgain),
  ...share('Abusive', ({ abusive }) => abusive),
  { head: 'Half within (s)', cell: ({ medianSeconds }) => medianSeconds ?? '' },
  { head: '9 in 10 within (s)', cell: ({ p90Seconds }) => p90Seconds ?? '' },
  { head: 'Promises given', cell: ({ promises }) => promises.given },
  { head: 'Kept', cell: ({ promises }) => promises.kept },
  { head: 'Broken', cell: ({ promises }) => promises.broken },
  { head: 'Open', cell: ({ promises }) => promises.open },
];
