import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callTypeProblems } from '../../src/domain/playbooks/call-type-problems';
import type { CallTypeIntake } from '../../src/domain/playbooks/model';

const field = (id: string, changes: Partial<CallTypeIntake> = {}): CallTypeIntake => ({
  id,
  label: `Field ${id}`,
  kind: 'text',
  required: false,
  choices: [],
  ...changes,
});

it('a list to choose from needs something to choose, and no two fields are called the same', () => {
  const intake = [
    field('a', { label: 'Site', kind: 'choice', choices: ['Only one'] }),
    field('b', { label: 'site' }),
    field('c', { kind: 'choice', choices: ['North', 'South'] }),
  ];
  expect(callTypeProblems(intake)).toEqual([
    { field: 'intake.0.choices', words: 'Give at least two choices.' },
    { field: 'intake.1.label', words: 'Another field has this label already.' },
  ]);
});

it('fields with labels and ids of their own pass; any of them twice does not', () => {
  const intakes = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abcdefgh') }), {
      minLength: 1,
    })
    .map((ids) => ids.map((id) => field(id)));
  fc.assert(
    fc.property(intakes, fc.nat(), (intake, at) => {
      expect(callTypeProblems(intake)).toEqual([]);
      const again = intake[at % intake.length];
      if (again === undefined) return;
      expect(callTypeProblems([...intake, again]).map((one) => one.field)).toEqual([
        `intake.${intake.length}.label`,
      ]);
    }),
  );
});
