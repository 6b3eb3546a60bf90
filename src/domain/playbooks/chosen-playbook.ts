/** What each of the four places names; null or missing: nothing. */
export type PlaybookChoice = {
  briefing?: string | null | undefined;
  callType?: string | null | undefined;
  client?: string | null | undefined;
  organization: string;
};

/** Which playbook guides a call: the briefing's, else the call type's, else the client's, else the organization's. */
export function chosenPlaybook({ briefing, callType, client, organization }: PlaybookChoice): string {
  return briefing ?? callType ?? client ?? organization;
}
