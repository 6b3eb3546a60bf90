import type { Metadata } from 'next';
import { SampleScreen } from './sample-screen';

export const metadata: Metadata = { title: 'Coaching' };

export default function CoachingSamplesPage() {
  return <SampleScreen />;
}
