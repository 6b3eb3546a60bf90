import type { Metadata } from 'next';
import { PromiseReview } from './promise-review';

export const metadata: Metadata = { title: 'Promises' };

export default function PromisesPage() {
  return <PromiseReview />;
}
