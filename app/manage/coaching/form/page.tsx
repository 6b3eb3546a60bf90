import type { Metadata } from 'next';
import { FormScreen } from './form-screen';

export const metadata: Metadata = { title: 'Scoring form' };

export default function FormPage() {
  return <FormScreen />;
}
