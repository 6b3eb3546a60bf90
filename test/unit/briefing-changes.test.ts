import { expect, it } from 'vitest';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { briefingContentInput, type BriefingContentInput } from '../../src/domain/briefings/model';
import { briefingChanges } from '../../src/ui/briefing-changes';

const ids = ['s1', 's2'];
const content = (input: BriefingContentInput) => {
  let made = -1;
  return identifiedContent(briefingContentInput.parse(input), () => ids[(made += 1)] ?? `id-${made}`);
};
const clock = (instant: string) => instant.slice(11, 16);

it('tells each sentence that changed in each language, and until when it is valid', () => {
  const was = content({
    opening: 'Hello',
    openingIn: { es: 'Hola' },
    statements: [{ text: 'One', in: { es: 'Uno' } }, 'Two'],
  });
  const now = content({
    opening: 'Hello',
    openingIn: { es: 'Buenos días' },
    incidentStatus: 'monitoring',
    statements: [
      { text: 'One', validUntil: '2026-03-29T18:00:00Z', in: { es: 'Uno', fr: 'Un' } },
      { text: 'Two' },
    ],
  });
  expect(briefingChanges(was, now, clock)).toEqual([
    { block: 'Incident status', kind: 'changed', was: 'Investigating', now: 'Monitoring' },
    { block: 'Opening in Spanish', kind: 'changed', was: 'Hola', now: 'Buenos días' },
    { block: 'Approved statements', kind: 'changed', was: 'One', now: 'One (valid until 18:00)' },
    { block: 'Approved statements in French', kind: 'added', was: null, now: 'Un' },
  ]);
  expect(briefingChanges(now, now, clock)).toEqual([]);
});

it('tells how calls are to be taken from now on: which apologies, and by which playbook', () => {
  const was = content({});
  const now = content({ apologies: ['direct', 'we_owe_you'], playbookId: 'own_it' });
  expect(briefingChanges(was, now, clock)).toEqual([
    { block: 'Apologies permitted', kind: 'changed', was: 'Blameless', now: 'Direct, “We owe you”' },
    { block: 'Playbook', kind: 'changed', was: 'The client’s usual one', now: 'Own it, then help' },
  ]);
  expect(briefingChanges(now, content({ ...now, apologies: [] }), clock)).toEqual([
    { block: 'Apologies permitted', kind: 'changed', was: 'Direct, “We owe you”', now: 'None' },
  ]);
});

it('tells one own playbook from another, though an author knows neither by name', () => {
  const [one, other] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];
  const changes = briefingChanges(content({ playbookId: one }), content({ playbookId: other }), clock);
  expect(changes).toEqual([
    {
      block: 'Playbook',
      kind: 'changed',
      was: 'One of the answering service’s own',
      now: 'One of the answering service’s own, another one',
    },
  ]);
});
