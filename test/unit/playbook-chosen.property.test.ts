import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenPlaybook, type PlaybookChoice } from '../../src/domain/playbooks/chosen-playbook';
import { builtInIds } from '../../src/domain/playbooks/model';

const place = fc.option(fc.constantFrom<string>('notes_first', 'own_it', 'receptive'), { nil: null });
const choices = fc.record({
  briefing: place,
  callType: place,
  client: place,
  organization: fc.constant('step_back'),
});

const chosen = (choice: PlaybookChoice, own: readonly string[] = []) =>
  chosenPlaybook(
    choice,
    own.map((id) => ({ id, version: 7 })),
  ).id;

describe('where everything named is offered', () => {
  it.each([
    ['the briefing’s', { briefing: 'a', callType: 'b', client: 'c' }, 'a'],
    ['else the call type’s', { briefing: null, callType: 'b', client: 'c' }, 'b'],
    ['else the client’s', { client: 'c' }, 'c'],
    ['else the service’s', {}, 'o'],
  ])('%s', (_whose, places, expected) => {
    expect(chosen({ ...places, organization: 'o' }, ['c', 'o', 'b', 'a'])).toBe(expected);
  });

  it('is always one that some place names, and no earlier place names another', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const inOrder = [choice.briefing, choice.callType, choice.client, choice.organization];
        const at = inOrder.indexOf(chosen(choice));
        expect(at).toBeGreaterThanOrEqual(0);
        for (const earlier of inOrder.slice(0, at)) expect(earlier).toBeNull();
      }),
    );
  });

  it('a later place never overrules an earlier one', () => {
    fc.assert(
      fc.property(choices, fc.constantFrom('callType', 'client', 'organization'), (choice, later) => {
        fc.pre(choice.briefing !== null);
        expect(chosen({ ...choice, [later]: 'another' }, ['another'])).toBe(choice.briefing);
      }),
    );
  });

  it('whatever a place says, leaving it out is the same as saying nothing there', () => {
    fc.assert(
      fc.property(choices, ({ briefing, ...choice }) => {
        expect(chosen(choice)).toBe(chosen({ ...choice, briefing: null }));
        expect(chosen({ ...choice, briefing })).toBe(briefing ?? chosen(choice));
      }),
    );
  });
});

describe('where some of it is archived or unknown', () => {
  const own = ['p', 'q', 'r'];
  const name = fc.constantFrom('own_it', 'step_back', ...own);
  const given = fc.record({
    briefing: fc.option(name, { nil: null }),
    callType: fc.option(name, { nil: null }),
    client: fc.option(name, { nil: null }),
    organization: name,
  });
  const isOffered = (id: string, offered: readonly string[]) =>
    builtInIds.some((one) => one === id) || offered.includes(id);

  it('it gives way to the next place, in the end to step_back', () => {
    fc.assert(
      fc.property(given, fc.subarray(own), (choice, offered) => {
        const inOrder = [choice.briefing, choice.callType, choice.client, choice.organization];
        const expected = inOrder.find((id) => id !== null && isOffered(id, offered)) ?? 'step_back';
        expect(chosen(choice, offered)).toBe(expected);
      }),
    );
  });

  it('a place that names it is the same as one that names nothing', () => {
    fc.assert(
      fc.property(given, fc.subarray(own), (choice, offered) => {
        for (const one of ['briefing', 'callType', 'client'] as const) {
          if (isOffered(choice[one] ?? 'step_back', offered)) continue;
          expect(chosen(choice, offered)).toBe(chosen({ ...choice, [one]: null }, offered));
        }
      }),
    );
  });
});

it('is the version in use', () => {
  const own = [
    { id: 'p', version: 3 },
    { id: 'q', version: 5 },
  ];
  expect(chosenPlaybook({ client: 'q', organization: 'p' }, own)).toEqual({ id: 'q', version: 5 });
  expect(chosenPlaybook({ client: 'receptive', organization: 'p' }, own)).toEqual({
    id: 'receptive',
    version: 1,
  });
});

it('a UUID names the same playbook in capitals', () => {
  const id = '0190a3c4-5b6d-7e8f-9012-abcdefabcdef';
  expect(chosen({ client: id.toUpperCase(), organization: 'own_it' }, [id])).toBe(id);
});
