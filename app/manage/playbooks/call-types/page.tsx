import type { Metadata } from 'next';
import { CallTypeReview } from './call-type-review';

export const metadata: Metadata = { title: 'Call types' };

export default function CallTypesPage() {
  return <CallTypeReview />;
}
