import { DomainError } from '../kernel/errors';

/** One press on the page of a link, or the word that a person has it before them. */
export type Press =
  | { action: 'read' }
  | {
      action: 'acknowledge' | 'decline';
      /** Of a bundle, the one that was meant; null: all. */
      escalationId: string | null;
      /** The round that the page showed; null: a press without the page, which answers the message itself. */
      cycle: number | null;
      /** Of a bundle, the rounds of those that were begun again since the message, by escalation. */
      present: ReadonlyMap<string, number>;
    }
  /** How it stands, in words; `isResolved`: that it is settled. */
  | { action: 'report'; escalationId: string; words: string; isResolved: boolean };

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const actions = new RegExp(`^(read|acknowledge|decline|report|resolve)(?::(${uuid}))?$`);
const places = new RegExp(`^(${uuid}):(\\d{1,4})$`);

/**
 * What was pressed.
 * @throws DomainError INVALID when it was none of the page's buttons
 */
export function acknowledgeForm(body: string): Press {
  const form = new URLSearchParams(body);
  const [, action, escalationId = null] = actions.exec(form.get('action') ?? '') ?? [];
  if (action === 'read') return { action };
  if ((action === 'report' || action === 'resolve') && escalationId !== null) {
    const words = (form.get(`words:${escalationId}`) ?? '').trim();
    return { action: 'report', escalationId, words, isResolved: action === 'resolve' };
  }
  if (action !== 'acknowledge' && action !== 'decline') {
    throw new DomainError('INVALID', 'Press one of the buttons.');
  }
  const cycle = /^\d{1,4}$/.exec(form.get('cycle') ?? '');
  const present = form.getAll('present').flatMap((text): [string, number][] => {
    const place = places.exec(text);
    return place === null ? [] : [[place[1] ?? '', Number(place[2])]];
  });
  return {
    action,
    escalationId,
    cycle: cycle === null ? null : Number(cycle[0]),
    present: new Map(present),
  };
}
