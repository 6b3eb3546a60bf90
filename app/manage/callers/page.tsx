import type { Metadata } from 'next';
import { staffSession } from '../staff-session';
import { CallerReview } from './caller-review';

export const metadata: Metadata = { title: 'Callers to tell' };

export default async function CallersPage() {
  await staffSession();
  return <CallerReview />;
}
