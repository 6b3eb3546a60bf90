import type { Metadata } from 'next';
import { OutcomeScreen } from './outcome-screen';

export const metadata: Metadata = { title: 'Outcomes' };

export default function OutcomesPage() {
  return <OutcomeScreen />;
}
