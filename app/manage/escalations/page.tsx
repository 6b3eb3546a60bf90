import type { Metadata } from 'next';
import { EscalationInbox } from './escalation-inbox';

export const metadata: Metadata = { title: 'Escalations' };

export default function EscalationsPage() {
  return <EscalationInbox />;
}
