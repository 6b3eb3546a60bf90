import type { Metadata } from 'next';
import { RecallReview } from './recall-review';

export const metadata: Metadata = { title: 'Recalls' };

export default function RecallsPage() {
  return <RecallReview />;
}
