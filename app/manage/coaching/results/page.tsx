import type { Metadata } from 'next';
import { ResultScreen } from './result-screen';

export const metadata: Metadata = { title: 'Coaching results' };

export default function ResultsPage() {
  return <ResultScreen />;
}
