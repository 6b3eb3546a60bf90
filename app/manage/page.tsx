import type { Metadata } from 'next';
import { EscalationReview } from './escalation-review';

export const metadata: Metadata = { title: 'Escalations' };

export default function ManagePage() {
  return <EscalationReview />;
}
