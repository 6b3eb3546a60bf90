import type { Metadata } from 'next';
import { ClientReview } from './client-review';

export const metadata: Metadata = { title: 'Clients' };

export default function ClientsPage() {
  return <ClientReview />;
}
