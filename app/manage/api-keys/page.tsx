import type { Metadata } from 'next';
import { adminSession } from '../staff-session';
import { ApiKeyList } from './api-key-list';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  await adminSession();
  return <ApiKeyList />;
}
