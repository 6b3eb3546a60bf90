import type { Briefing } from '@/domain/briefings/model';

/** Who may approve by the client's rule, in words for its author. */
export function approverWords({ approvalRule, clientName }: Briefing, organizationName: string): string {
  switch (approvalRule) {
    case 'author':
      return `Whoever writes briefings for ${clientName}`;
    case 'second_person':
      return `A second person of ${clientName}, or an account manager of ${organizationName}`;
    case 'account_manager':
      return `An account manager of ${organizationName}`;
  }
}
