import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chosenPlaybook } from '../../src/domain/playbooks/chosen-playbook';

const place = fc.option(fc.constantFrom<string>('notes_first', 'own_it', 'receptive'), { nil: null });
const choices = fc.record({
  briefing: place,
  callType: place,
  client: place,
  organization: fc.constant('step_back'),
});

it.each([
  ['the briefing’s', { briefing: 'a', callType: 'b', client: 'c' }, 'a'],
  ['else the call type’s', { briefing: null, callType: 'b', client: 'c' }, 'b'],
  ['else the client’s', { client: 'c' }, 'c'],
  ['else the service’s', {}, 'o'],
])('%s', (_whose, places, expected) => {
  expect(chosenPlaybook({ ...places, organization: 'o' })).toBe(expected);
});

it('is always one that some place names, and no earlier place names another', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const inOrder = [choice.briefing, choice.callType, choice.client, choice.organization];
      const chosen = chosenPlaybook(choice);
      const at = inOrder.indexOf(chosen);
      expect(at).toBeGreaterThanOrEqual(0);
      for (const earlier of inOrder.slice(0, at)) expect(earlier).toBeNull();
    }),
  );
});

it('a later place never overrules an earlier one', () => {
  fc.assert(
    fc.property(choices, fc.constantFrom('callType', 'client', 'organization'), (choice, later) => {
      fc.pre(choice.briefing !== null);
      expect(chosenPlaybook({ ...choice, [later]: 'another' })).toBe(choice.briefing);
    }),
  );
});

it('whatever a place says, leaving it out is the same as saying nothing there', () => {
  fc.assert(
    fc.property(choices, ({ briefing, ...choice }) => {
      expect(chosenPlaybook(choice)).toBe(chosenPlaybook({ ...choice, briefing: null }));
      expect(chosenPlaybook({ ...choice, briefing })).toBe(briefing ?? chosenPlaybook(choice));
    }),
  );
});
