import type { Metadata } from 'next';
import { staffSession } from '../staff-session';
import { EndpointList } from './endpoint-list';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  await staffSession();
  return <EndpointList />;
}
