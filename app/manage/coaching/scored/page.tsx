import type { Metadata } from 'next';
import { ScoredScreen } from './scored-screen';

export const metadata: Metadata = { title: 'Scored calls' };

export default function ScoredPage() {
  return <ScoredScreen />;
}
