import type { Metadata } from 'next';
import { PlaybookReview } from './playbook-review';

export const metadata: Metadata = { title: 'Playbooks' };

export default function PlaybooksPage() {
  return <PlaybookReview />;
}
