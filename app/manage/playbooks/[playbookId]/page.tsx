import type { Metadata } from 'next';
import { PlaybookScreen } from './playbook-screen';

export const metadata: Metadata = { title: 'Playbook' };

export default async function PlaybookPage({ params }: { params: Promise<{ playbookId: string }> }) {
  const { playbookId } = await params;
  return <PlaybookScreen key={playbookId} playbookId={playbookId} />;
}
