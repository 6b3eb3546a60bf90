import type { Metadata } from 'next';
import { BriefingReview } from './briefing-review';

export const metadata: Metadata = { title: 'Briefings' };

export default function BriefingsPage() {
  return <BriefingReview />;
}
