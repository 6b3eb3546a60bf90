import { expect, it } from 'vitest';
import { callTypeDraft, intakeOf } from '../../app/manage/call-type-draft';
import { linesOf } from '../../app/manage/clients/[clientId]/remedy-lines';
import type { CallTypeIntake } from '../../src/domain/playbooks/model';

const intake: CallTypeIntake[] = [
  { id: 'a', label: 'Site', kind: 'choice', required: true, choices: ['North', 'South'] },
  { id: 'b', label: 'Since when', kind: 'text', required: false, choices: [] },
];
const draftOf = () => callTypeDraft({ name: 'Fault', clientId: null, playbookId: 'own_it', intake });

it('the fields of a call type come out of the form as they went in, with the ids that answers go by', () => {
  expect(intakeOf(draftOf())).toEqual(intake);
});

it('choices are kept while they are typed, and left out of a field that offers none', () => {
  const [site, since] = draftOf().intake;
  if (site === undefined || since === undefined) throw new Error('There are two fields.');
  const changed = {
    ...draftOf(),
    intake: [
      { ...site, kind: 'text' as const },
      { ...since, choices: 'Today' },
    ],
  };
  expect(changed.intake[0]?.choices).toBe('North\nSouth');
  expect(intakeOf(changed).map(({ choices }) => choices)).toEqual([[], []]);
});

it('routine remedies are written one a line', () => {
  expect(linesOf(' Make an appointment \n\n  Send a copy\n')).toEqual(['Make an appointment', 'Send a copy']);
  expect(linesOf(' \n')).toEqual([]);
});
