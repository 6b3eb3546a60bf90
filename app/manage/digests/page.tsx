import type { Metadata } from 'next';
import { DigestReview } from './digest-review';

export const metadata: Metadata = { title: 'Digests' };

export default function DigestsPage() {
  return <DigestReview />;
}
