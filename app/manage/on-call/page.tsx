import type { Metadata } from 'next';
import { OnCallReview } from './on-call-review';

export const metadata: Metadata = { title: 'On-call' };

export default function OnCallPage() {
  return <OnCallReview />;
}
