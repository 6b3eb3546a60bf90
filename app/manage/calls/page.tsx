import type { Metadata } from 'next';
import { CallReview } from './call-review';

export const metadata: Metadata = { title: 'Calls' };

export default function CallsPage() {
  return <CallReview />;
}
