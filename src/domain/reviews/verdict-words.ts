import type { Verdict } from '../escalations/model';
import type { ActionKind } from './model';

/** A verdict as people read it. */
export function verdictWords(verdict: Verdict): string {
  const words: Record<Verdict, string> = {
    well_handled: 'Well handled',
    too_slow: 'Too slow',
    wrong_person: 'Wrong person',
    not_needed: 'Not needed',
    wrong_information: 'Wrong information',
  };
  return words[verdict];
}

/** What a client has to mend, as people read it. */
export function actionWords(kind: ActionKind): string {
  const words: Record<ActionKind, string> = {
    contact_data: 'Contact data is wrong',
    briefing: 'Briefing is unclear',
    policy: 'Escalation policy',
    account_info: 'Account info',
    other: 'Something else',
  };
  return words[kind];
}
